/** The JSON schema of the configuration, as `npm run generate` writes it from the rules. */
export declare const schema: Readonly<Record<string, unknown>>
