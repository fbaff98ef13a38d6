/** Where a column of the checker, which counts bytes from 1, lies in a line: in UTF-16 units from 0. */
export function unitsBefore(line: string, column: number): number {
  let bytes = 1;
  let units = 0;
  for (const letter of line) {
    if (bytes >= column) break;
    const code = letter.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    units += letter.length;
  }
  return units;
}
