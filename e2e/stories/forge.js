const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param {number[]} bits @param {string} name of the exercise */
function checksum(bits, name) {
  let h = 14695981039346656037n;
  for (const byte of [...bits, 255, ...Buffer.from(name), 255]) h = BigInt.asUintN(64, (h ^ BigInt(byte)) * 1099511628211n);
  return Number((h ^ (h >> 20n) ^ (h >> 40n)) & 0xfffffn);
}

/** @param {number} n @param {number} width */
const bitsOf = (n, width) => Array.from({ length: width }, (_, i) => (n >> (width - 1 - i)) & 1);

/**
 * A code of a seed below 8 without a person, as a cheat would change it who has read
 * core/lesson/code.go: the first answer, honestly called wrong, now claims to be
 * right, and the checksum fits again.
 *
 * @param {string} code
 */
export function forge(code) {
  const [name, ...groups] = code.split('-');
  const bits = [...groups.join('')].flatMap((letter) => bitsOf(letters.indexOf(letter), 5));
  const lower = name.toLowerCase();
  const end = [0, 1, 2, 3, 4].map((spare) => bits.length - spare - 20).find((end) => parseInt(bits.slice(end, end + 20).join(''), 2) === checksum(bits.slice(0, end), lower));
  if (end === undefined) throw new Error(`${code}: no checksum found`);
  const claim = 4 + 24 + 4; // version, digest, seed
  if (bits[claim] !== 0 || bits[claim + 1] !== 1) throw new Error(`${code}: the first answer is not a wrong one`);
  bits.splice(claim, 2, 1, 0);
  bits.splice(end, 20, ...bitsOf(checksum(bits.slice(0, end), lower), 20));
  let text = '';
  for (let at = 0; at < bits.length; at += 5) text += letters[parseInt(bits.slice(at, at + 5).join(''), 2)];
  return `${name}-${text.match(/.{1,4}/g)?.join('-')}`;
}
