/**
 * Leaves the tables of encodings that are never read (Japanese, Korean, Big5, single-byte ones) out of iconv-lite: a
 * third of the bundle. GB18030 needs cp936, gbk-added and gb18030-ranges.
 */
export const unusedEncodings = {
  name: 'unused-encodings',
  setup(build) {
    build.onLoad(
      { filter: /iconv-lite[\\/]encodings[\\/](?:tables[\\/](?:shiftjis|eucjp|cp949|cp950|big5-added)\.json|sbcs-data(?:-generated)?\.js)$/ },
      () => ({
        contents: '{}',
        loader: 'json',
      }),
    )
  },
}
