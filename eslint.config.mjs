import tseslint from 'typescript-eslint'
import regexp from 'eslint-plugin-regexp'

/** Folders may import only what ARCHITECTURE.md allows; test/contract/imports.test.ts reads the whole graph besides. */
const noImport = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns: patterns.map((group) => ({ group: [group] })) }] })

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/*.generated.ts',
      '.cache/**',
      'bench/node_modules/**',
      'bench/.*/**',
      'bench/out/**',
      'bench/profile/**',
      'test/e2e/**',
      '**/*.cjs',
    ],
  },
  ...tseslint.configs.strict,
  regexp.configs['flat/recommended'],
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }],
      'regexp/no-super-linear-move': 'off',
      // Chinese character classes are written as ranges of code points, in the order of the marks that they serve
      'regexp/no-obscure-range': 'off',
      'regexp/sort-character-class-elements': 'off',
      'regexp/prefer-d': 'off',
      'regexp/use-ignore-case': 'off',
      'regexp/no-unused-capturing-group': 'off',
      'regexp/prefer-w': 'off',
    },
  },
  { files: ['engine/src/**/*.ts'], ignores: ['**/*.test.ts'], rules: noImport('node:*', 'vscode*', '@gongwen/*', 'fs', 'path') },
  { files: ['messages/src/**/*.ts'], rules: noImport('node:*', 'vscode*', '@gongwen/*') },
  { files: ['platform/src/**/*.ts'], ignores: ['**/*.test.ts'], rules: noImport('vscode*', '@gongwen/cli', '@gongwen/server', '@gongwen/client') },
  { files: ['cli/src/**/*.ts'], rules: { ...noImport('vscode*', '@gongwen/server', '@gongwen/client') } },
  { files: ['server/src/**/*.ts'], ignores: ['**/*.test.ts'], rules: noImport('vscode', 'vscode-languageclient*', '@gongwen/cli', '@gongwen/client') },
  { files: ['client/src/**/*.ts'], rules: noImport('vscode-languageserver', '@gongwen/cli', '@gongwen/server', '@gongwen/engine') },
  { files: ['scripts/**', 'bench/**', 'cli/**', 'test/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.test.ts', 'test/**/*.ts'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
)
