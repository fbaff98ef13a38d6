/** A scenario whose first block of comments is another. */
export function withComments(text: string, comments: readonly string[]): string {
  const [version, ...lines] = text.split('\n');
  const rest = lines.slice(lines.findIndex((l) => !l.startsWith('#')));
  return [version, ...comments.map((c) => `# ${c}`), ...rest].join('\n');
}
