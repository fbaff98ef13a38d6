/** An exercise as it goes into a package. */
export interface Packed {
  name: string; // of its file there: small letters, digits, hyphens
  title: string;
  text: string;
  seed: string;
  home: URL; // the site that the package is made from
}

/** imsmanifest.xml: one activity, whose files are these. */
export function manifest({ name, title, seed }: Packed, files: readonly string[]): string {
  const id = `blkplay-${xml(name)}-${xml(seed)}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="blkplay">
    <organization identifier="blkplay">
      <title>${xml(title)}</title>
      <item identifier="item" identifierref="resource" isvisible="true">
        <title>${xml(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="resource" type="webcontent" adlcp:scormtype="sco" href="start.html">
${files.map((file) => `      <file href="${xml(file)}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}

/** What a platform keeps for an activity between visits, characters. */
export const suspendCharsMax = 4096;

/** The page that the platform starts: the player in a frame, whose progress it tells the platform. */
export function launchPage({ title }: Packed): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${xml(title)}</title>
<style>html, body, iframe { width: 100%; height: 100%; margin: 0; border: 0; display: block }</style>
<iframe title="${xml(title)}"></iframe>
<script src="start.js"></script>
`;
}

/** Its script. */
export function launchScript({ name, seed }: Packed): string {
  return `(${talk.toString()})(${JSON.stringify({ name, seed, most: suspendCharsMax })});\n`;
}

/** A platform's functions as SCORM 1.2 has them. */
interface Api {
  LMSInitialize(empty: string): string;
  LMSGetValue(name: string): string;
  LMSSetValue(name: string, value: string): string;
  LMSCommit(empty: string): string;
  LMSFinish(empty: string): string;
}

/** Runs in the launch page, alone: it can use nothing from outside itself. */
function talk(of: { name: string; seed: string; most: number }): void {
  const look = (from: Window | null): Api | null => {
    for (let w = from, n = 0; w && n < 20; n++) {
      try {
        const { API } = w as unknown as { API?: Api };
        if (API) return API;
      } catch {
        return null; // a window of somebody else's
      }
      if (w.parent === w) return null;
      w = w.parent;
    }
    return null;
  };
  const api = look(window) ?? look(window.opener as Window | null);
  const tell = (name: string, value: string): void => void api?.LMSSetValue(name, value);
  api?.LMSInitialize('');
  const status = api?.LMSGetValue('cmi.core.lesson_status') ?? '';
  if (status === '' || status === 'not attempted') tell('cmi.core.lesson_status', 'incomplete');
  // Each student has a variant of their own, wherever they sit; another seed of the package makes others.
  const variant = (): string => {
    if (!api) return of.seed;
    const who = api.LMSGetValue('cmi.core.student_id') || String(crypto.getRandomValues(new Uint32Array(1))[0]);
    let h = 0x811c9dc5;
    for (const c of `${of.seed}/${who}`) h = Math.imul(h ^ c.codePointAt(0)!, 0x01000193);
    return String(1000 + (((h ^ (h >>> 15)) >>> 0) % 999_000));
  };
  const [, kept, packed = ''] = /^(?:(\d{1,20}):)?([\w.-]*)$/.exec(api?.LMSGetValue('cmi.suspend_data') ?? '') ?? [];
  const mine = kept ?? (packed ? of.seed : variant()); // packages once kept the answers alone, to their own seed
  tell('cmi.suspend_data', `${mine}:${packed}`);
  api?.LMSCommit('');
  const frame = document.querySelector('iframe')!;
  frame.src = `exercise.html#lesson=${of.name}&seed=${mine}${packed && `&done=${packed}`}`;
  addEventListener('message', (e: MessageEvent) => {
    const said = e.data as { blkplay?: string; packed: string; code: string; scaled: number; finished: boolean; all: boolean } | null;
    if (e.source !== frame.contentWindow || said?.blkplay !== 'progress') return;
    tell('cmi.core.score.min', '0');
    tell('cmi.core.score.max', '100');
    tell('cmi.core.score.raw', String(Math.round(said.scaled * 100)));
    tell('cmi.core.lesson_status', said.all ? 'passed' : said.finished ? 'completed' : 'incomplete');
    const keep = `${mine}:${said.packed}`;
    if (keep.length <= of.most) tell('cmi.suspend_data', keep);
    tell('cmi.comments', said.code); // what a teacher runs again
    api?.LMSCommit('');
  });
  const began = Date.now();
  let over = false;
  addEventListener('pagehide', () => {
    if (over) return;
    over = true;
    const s = Math.floor((Date.now() - began) / 1000);
    const two = (n: number): string => String(n).padStart(2, '0');
    tell('cmi.core.session_time', `${String(Math.floor(s / 3600)).padStart(4, '0')}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`);
    tell('cmi.core.exit', 'suspend'); // else a platform may forget what it was told
    api?.LMSFinish('');
  });
}

/** Text as it may stand in XML and in HTML, in attributes too. */
function xml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
