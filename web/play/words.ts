// What the player has in the place of web/strings.ts: words of one language,
// which the build chooses, and nothing that looks for another or remembers one.
export * from '../strings/say.ts';
export { strings, type Strings } from '../strings/table.ts';
