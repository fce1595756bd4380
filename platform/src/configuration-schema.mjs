// JavaScript, so that the type checker does not count the schema, which stands outside this folder, among the sources
export { default as schema } from '../../schemas/gongwen.schema.json' with { type: 'json' }
