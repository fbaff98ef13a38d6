/** Pixels that a canvas has in every browser. */
const pixelsMax = 16 << 20;

/** An SVG as PNG, two pixels for one where there is room for so many. */
export async function pixels(svg: Blob): Promise<Blob> {
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = Math.min(2, Math.sqrt(pixelsMax / (image.naturalWidth * image.naturalHeight)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(image.naturalWidth * scale);
    canvas.height = Math.floor(image.naturalHeight * scale);
    const paint = canvas.getContext('2d')!;
    paint.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(`no canvas of ${canvas.width} × ${canvas.height}`))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
