/** The exercises that come with the site, in teaching order; none if their list cannot be had. */
export async function lessonNames(): Promise<string[]> {
  const response = await fetch(new URL('lessons/index.json', document.baseURI)).catch(() => null);
  const names: unknown = response?.ok ? await response.json().catch(() => null) : null;
  return Array.isArray(names) ? names.map((n) => String(n).replace(/\.lesson$/, '')).sort() : [];
}

export async function textOfLesson(name: string): Promise<string> {
  const response = await fetch(new URL(`lessons/${name}.lesson`, document.baseURI));
  const text = response.ok ? await response.text() : '';
  if (!/^version /m.test(text)) throw new Error(`${name}: ${response.status}`);
  return text;
}
