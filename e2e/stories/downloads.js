/** @typedef {import('../browser/page.js').Page} Page */

/**
 * From now on what the page saves is kept in it, and goes to no disk.
 *
 * @param {Page} page
 */
export async function catchDownloads(page) {
  await page.run(() => {
    const w = /** @type {any} */ (window);
    if (w.saved) return;
    w.saved = [];
    const blobs = new Map();
    const url = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      const made = url.call(URL, blob);
      blobs.set(made, blob);
      return made;
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      if (this.download) w.saved.push({ name: this.download, blob: blobs.get(this.href) });
      else click.call(this);
    };
  });
}

/**
 * Waits for the next file that the page saves.
 *
 * @param {Page} page
 * @returns {Promise<{ name: string, bytes: Buffer }>}
 */
export async function nextDownload(page) {
  await page.until('a file is saved', () => /** @type {any} */ (window).saved.length > 0);
  const { name, base64 } = await page.run(async () => {
    const { name, blob } = /** @type {any} */ (window).saved.shift();
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let binary = '';
    for (let at = 0; at < bytes.length; at += 4096) binary += String.fromCharCode(...bytes.subarray(at, at + 4096));
    return { name: String(name), base64: btoa(binary) };
  });
  return { name, bytes: Buffer.from(base64, 'base64') };
}
