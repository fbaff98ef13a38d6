// embed.html: a run in a frame of somebody else's page. The address says which,
// the page around may drive it; see protocol.ts.
import type { BlkPlay } from '../play/facade.ts';
import { LinkError, unpack } from '../share/link.ts';
import { embed as en } from '../strings/en/embed.ts';
import { embed as zh } from '../strings/zh/embed.ts';
import { Peer } from './peer.ts';
import { version, type Command } from './protocol.ts';

const readyEveryMs = 500; // the page's listener may come later than the frame
const readyTimes = 20;

const asked = new URLSearchParams(location.search);
const main = document.querySelector('main')!;
const language = asked.get('lang') ?? navigator.language;
const words = /^zh\b/i.test(language) ? zh : en;
const theme = asked.get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
document.documentElement.lang = words === zh ? 'zh-Hans' : 'en';

let element: BlkPlay | null = null;
const peer = new Peer(asked.get('origin'), obey);

function obey(command: Command): void {
  const run = element;
  switch (command.type) {
    case 'hello':
      clearInterval(calling);
      peer.tell('welcome', { versions: [version], where: run ? whereOf(run) : null });
      tellHeight();
      return;
    case 'load':
      show(command.scenario, command.at);
      return;
    case 'play':
      void run?.play().catch(told);
      return;
    case 'pause':
      run?.pause();
      return;
    case 'seek':
      void run?.seek(command.time).catch(told);
      return;
    case 'step':
      void run?.step(command.events).catch(told);
      return;
    case 'next-unplug':
      void run?.nextUnplug().catch(told);
  }
}

/** What is wrong stands in the element, and went out as its error event. */
function told(): void {}

function whereOf(run: BlkPlay): Record<string, unknown> {
  return { time: run.currentTime, duration: Number.isNaN(run.duration) ? null : run.duration, paused: run.paused };
}

function show(text: string, at: number): void {
  const run = document.createElement('blk-play') as BlkPlay;
  run.setAttribute('scenario', text);
  if (Number.isFinite(at)) run.setAttribute('at', `${Math.max(0, at)}ms`);
  for (const name of ['theme', 'controls', 'lang']) {
    const value = asked.get(name);
    if (value) run.setAttribute(name, value);
  }
  if (!asked.has('click')) run.setAttribute('loading', 'eager');
  for (const type of ['ready', 'play', 'pause', 'step', 'end', 'error'] as const) {
    run.addEventListener(type, (e) => peer.tell(type === 'ready' ? 'loaded' : type, { detail: (e as CustomEvent<unknown>).detail }));
  }
  element = run;
  main.replaceChildren(run);
}

function say(text: string): void {
  element = null;
  const link = Object.assign(document.createElement('a'), { href: './index.html', target: '_blank', rel: 'noopener', textContent: words.playground });
  const p = Object.assign(document.createElement('p'), { textContent: text });
  main.replaceChildren(p, link);
}

async function take(): Promise<void> {
  try {
    const shared = await unpack(location.hash);
    if (shared) show(shared.text, shared.at === undefined ? NaN : shared.at / 1e6);
    else say(words.nothing);
  } catch (e) {
    if (!(e instanceof LinkError)) throw e;
    say(words.faults[e.fault]);
  }
}

let toldHeight = 0;
function tellHeight(): void {
  toldHeight = Math.ceil(document.documentElement.getBoundingClientRect().height);
  peer.call('height', { height: toldHeight });
}

new ResizeObserver(() => {
  if (Math.ceil(document.documentElement.getBoundingClientRect().height) !== toldHeight) tellHeight();
}).observe(document.documentElement);
addEventListener('hashchange', () => void take());
let times = 0;
const calling = setInterval(() => {
  if (times++ < readyTimes) peer.call('ready', { versions: [version] });
  else clearInterval(calling);
}, readyEveryMs);
peer.call('ready', { versions: [version] });
void take();
