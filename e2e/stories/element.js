import assert from 'node:assert/strict';
import { expectAccessible } from '../axe.js';

/** @typedef {import('../browser/page.js').Page} Page */

const example = 'docs/html/index.html';
const poster = { css: '.poster', name: '/^Play this run: 25 bios/' };

/** The addresses that the page has fetched, by their last part. @param {Page} page @returns {Promise<string[]>} */
const fetched = (page) =>
  page.run(() => performance.getEntriesByType('resource').map((entry) => entry.name.replace(/^.*\//, '').replace(/\?.*/, '')));

/** What the box of an element says. @param {Page} page @param {string} id @returns {Promise<string>} */
const said = (page, id) =>
  page.run((id) => (document.getElementById(id)?.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim(), id);

/** Waits for a player. @param {Page} page @param {string} id */
const loaded = (page, id) =>
  page.until(`the player of ${id}`, (id) => document.getElementById(id)?.shadowRoot?.querySelector('.transport') != null, id);

/** Puts an element into the page and waits for its player. @param {Page} page @param {Record<string, string>} attributes */
const add = async (page, attributes) => {
  await page.run((attributes) => {
    const element = document.createElement('blk-play');
    element.id = 'added';
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.querySelector('main')?.prepend(element);
  }, attributes);
};

export const element = {
  /** @param {Page} page */
  'a page with five runs fetches nothing but the facade before a click': async (page) => {
    await page.open(example);
    await page.until('the elements', () => document.querySelectorAll('blk-play:defined').length === 5);
    const names = await fetched(page);
    assert.ok(names.includes('blk-play.js'), names.join());
    assert.deepEqual(names.filter((name) => /element|wasm|blkplay$/.test(name)), []);
    assert.match(await said(page, 'three'), /Three tasks, one disk.*Linux 2\.6\.24.*Play this run/);
    assert.match(await said(page, 'sync'), /version 1/);
  },

  /** @param {Page} page */
  'a click loads the player into the same box, a strict policy allows it, and two runs share one engine': async (page) => {
    await page.open(example);
    await page.find(poster);
    // In the page, not on the screen: a click may scroll.
    const place = () =>
      page.run(() => {
        const at = /** @type {Element} */ (document.getElementById('three')).getBoundingClientRect();
        return [at.x + scrollX, at.y + scrollY, at.width];
      });
    const before = await place();
    await page.click(poster);
    await loaded(page, 'three');
    assert.deepEqual(await place(), before);
    await page.until('time to pass', () => /** @type {any} */ (document.getElementById('three')).currentTime > 0);
    await page.run(() => /** @type {any} */ (document.getElementById('three')).pause());
    await page.run(() => /** @type {any} */ (document.getElementById('timer')).load());
    await page.run(() => /** @type {any} */ (document.getElementById('threshold')).load());
    const names = await fetched(page);
    for (const [pattern, count] of /** @type {[RegExp, number][]} */ ([[/^engine.*\.wasm$/, 1], [/^element\.js$/, 1], [/^timer\.blkplay$/, 1]])) {
      assert.equal(names.filter((name) => pattern.test(name)).length, count, `${pattern}: ${names.join()}`);
    }
  },

  /** @param {Page} page */
  'methods and events: what a page does with a run, and what it hears': async (page) => {
    await page.open(example);
    const heard = await page.run(async () => {
      const run = /** @type {any} */ (document.getElementById('three'));
      /** @type {any[]} */
      const heard = [];
      for (const type of ['ready', 'play', 'pause', 'step', 'end', 'error']) {
        run.addEventListener(type, (/** @type {any} */ e) => heard.push([type, e.detail, e.bubbles]));
      }
      await run.seek(9.9);
      await new Promise((done) => setTimeout(done, 200));
      await run.step(-1);
      await new Promise((done) => setTimeout(done, 200));
      await run.nextUnplug();
      await new Promise((done) => setTimeout(done, 200));
      await run.seek(run.duration - 0.01);
      await run.play();
      await new Promise((done) => run.addEventListener('end', done));
      return { heard, paused: run.paused, duration: run.duration, scenario: run.scenario };
    });
    const types = heard.heard.map((/** @type {any} */ [type]) => type);
    assert.equal(types[0], 'ready');
    for (const type of ['play', 'step', 'pause', 'end']) assert.ok(types.includes(type), `${type} in ${types.join()}`);
    assert.ok(!types.includes('error'));
    assert.ok(heard.heard.every((/** @type {any} */ [, , bubbles]) => bubbles === false));
    const steps = heard.heard.filter((/** @type {any} */ [type]) => type === 'step').map((/** @type {any} */ [, detail]) => detail);
    assert.ok(steps.some((/** @type {any} */ d) => d.letter === 'M' && d.time === 9.9 && /^Back merge/.test(d.text)), JSON.stringify(steps));
    assert.ok(steps.some((/** @type {any} */ d) => d.letter === '·U'), JSON.stringify(steps));
    assert.equal(heard.paused, true);
    assert.ok(heard.duration > 20.6 && heard.duration < 21.5, String(heard.duration));
    assert.match(heard.scenario, /^version 1\n# three tasks/);
  },

  /** @param {Page} page */
  'a reader turns what the author gives, by keys alone, and goes on in the playground': async (page) => {
    await page.open(example);
    await page.run(() => /** @type {any} */ (document.getElementById('three')).load());
    await loaded(page, 'three');
    assert.equal(await page.count({ css: '.transport' }), 1);
    /** The link, which is made anew when the reader rests. @param {string} before */
    const another = (before) =>
      page.until('a link', (was) => {
        const href = /** @type {any} */ (document.getElementById('three')).shadowRoot.querySelector('.transport a')?.href ?? '';
        return /#[bu]1\./.test(href) && href !== was && href;
      }, before);
    const first = /** @type {string} */ (await another(''));
    await page.fill({ css: '.knobs input' }, 2);
    await page.until('the other run', () => /unplug_thresh=2/.test(/** @type {any} */ (document.getElementById('three')).scenario));
    await page.run(() => /** @type {any} */ (document.getElementById('three')).shadowRoot.querySelector('.scrub').focus());
    await page.press('Home');
    await page.press('ArrowRight');
    await page.press('u');
    await page.until('the unplug', () => /U/.test(/** @type {any} */ (document.getElementById('three')).shadowRoot.querySelector('.event')?.textContent ?? ''));
    const link = await another(first);
    await page.open(new URL(/** @type {string} */ (link)).pathname.replace(/^.*\//, '') + new URL(/** @type {string} */ (link)).hash);
    await page.until('the run in the playground', () => /unplug_thresh=2/.test(/** @type {any} */ (document.querySelector('blk-playground'))?.session?.goodText ?? ''));
  },

  /** @param {Page} page */
  'it is upgraded late, moved, taken out and put back, and given another scenario': async (page) => {
    await page.open(example);
    await page.run(() => /** @type {any} */ (document.getElementById('threshold')).seek(1));
    const kept = await page.run(async () => {
      const run = /** @type {any} */ (document.getElementById('threshold'));
      const at = run.currentTime;
      run.remove();
      document.querySelector('main')?.prepend(run);
      const moved = run.currentTime === at && run.shadowRoot.querySelectorAll('.transport').length === 1;
      // Made by a parser that has no browsing context, then adopted: upgraded when it is put in.
      const other = new DOMParser().parseFromString('<blk-play id="late"><pre>version 1\n# late\nkernel 4.4\ntask 1\n  write 0 +8\n</pre></blk-play>', 'text/html');
      document.querySelector('main')?.append(document.adoptNode(/** @type {any} */ (other.body.firstChild)));
      const late = /** @type {any} */ (document.getElementById('late'));
      await late.load();
      late.querySelector('pre').textContent = 'version 1\n# other\nkernel 4.4\ntask 1\n  write 0 +8\n  write 800 +8\n';
      await new Promise((done) => setTimeout(done, 300));
      return { moved, text: late.scenario, said: late.shadowRoot.textContent };
    });
    assert.equal(kept.moved, true);
    assert.match(kept.text, /write 800/);
    assert.match(kept.said, /Other/);
  },

  /** @param {Page} page */
  'what an author changes of a run that is played is seen at once: label, language, address, instant': async (page) => {
    await page.open(example);
    await add(page, { scenario: 'version 1\n# first\nkernel 4.4\ntask 1\n  write 0 +8\n  sleep 5ms\n  write 8 +8\n  wait\n' });
    await page.run(() => /** @type {any} */ (document.getElementById('added')).seek(2));
    /** @param {Record<string, string | null>} attributes @param {RegExp} shown */
    const turn = async (attributes, shown) => {
      await page.run((all) => {
        for (const [name, value] of Object.entries(all)) {
          if (value === null) document.getElementById('added')?.removeAttribute(name);
          else document.getElementById('added')?.setAttribute(name, value);
        }
      }, attributes);
      await page.until(String(shown), (source) => {
        const run = /** @type {any} */ (document.getElementById('added'));
        return Boolean(run.shadowRoot.querySelector('.transport')) && new RegExp(source).test(run.shadowRoot.textContent);
      }, shown.source);
    };
    const time = () => page.run(() => Math.round(/** @type {any} */ (document.getElementById('added')).currentTime));
    await turn({ label: 'A second name' }, /A second name/);
    assert.equal(await time(), 2, 'it goes on where it was');
    await turn({ lang: 'zh' }, /设备/);
    await turn({ lang: null }, /device/);
    assert.equal(await time(), 2);
    await turn({ at: '4ms' }, /device/);
    assert.equal(await time(), 4);
    await turn({ scenario: null, label: null, at: null, src: '../../scenarios/timer.blkplay' }, /HZ 250/);
    await page.run(() => document.getElementById('added')?.setAttribute('src', '../../scenarios/none.blkplay'));
    await page.until('that there is none', () => /answers 404/.test(document.getElementById('added')?.shadowRoot?.textContent ?? ''));
    await page.run(() => document.getElementById('added')?.setAttribute('src', '../../scenarios/threshold.blkplay'));
    await page.run(() => /** @type {any} */ (document.getElementById('added')).load());
    await page.until('the other', () => Boolean(document.getElementById('added')?.shadowRoot?.querySelector('.transport')));
    const odd = await page.run(async () => {
      const run = /** @type {any} */ (document.getElementById('added'));
      for (const what of [NaN, 'x', Infinity, -Infinity, undefined, null]) {
        await run.step(what);
        await run.seek(what);
        run.currentTime = what;
      }
      await run.step(1e9);
      const end = run.currentTime > 0 && run.currentTime <= run.duration;
      await run.step(-1e9);
      return [end, run.currentTime];
    });
    assert.deepEqual(odd, [true, 0]);
  },

  /** @param {Page} page */
  'a scenario that does not run is told by line and column, and its text stays': async (page) => {
    await page.open(example);
    await add(page, { scenario: 'version 1\nkernel 2.6.24\nelevator dedline\ntask 1\n  write 0 +8\n', loading: 'eager' });
    await page.until('the fault', () => /Line 3, column 10/.test(document.getElementById('added')?.shadowRoot?.textContent ?? ''));
    assert.match(await said(page, 'added'), /elevator dedline/);
    const detail = await page.run(async () => {
      const run = /** @type {any} */ (document.getElementById('added'));
      return new Promise((done) => {
        run.addEventListener('error', (/** @type {any} */ e) => done(e.detail), { once: true });
        run.setAttribute('scenario', 'version 1\nkernel 9.9\n');
      });
    });
    assert.equal(/** @type {any} */ (detail).line, 2);
  },

  /** @param {Page} page */
  'nothing that a page or a scenario says is read as HTML': async (page) => {
    await page.open(example);
    const evil = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>';
    await add(page, {
      scenario: `version 1\n# ${evil}\nkernel 2.6.24\nelevator noop\ntask 1 name=<b>x</b>\n  write 0 +8\n  ${evil}\n`,
      label: evil, poster: 'javascript:window.broken=1', controls: `${evil} elevator`, theme: evil, lang: evil, at: evil, playground: 'javascript:window.broken=1', loading: 'eager',
    });
    await page.until('the fault', () => /does not run/.test(document.getElementById('added')?.shadowRoot?.textContent ?? ''));
    const look = () =>
      page.run(() => {
        const root = /** @type {ShadowRoot} */ (document.getElementById('added')?.shadowRoot);
        return {
          broken: 'broken' in window,
          strange: root.querySelectorAll('img[src="x"], script, iframe, [onerror], a[href^="javascript"]').length,
          text: root.textContent?.includes('<img src=x') ?? false,
        };
      });
    assert.deepEqual(await look(), { broken: false, strange: 0, text: true });
    // The same where the scenario runs, with the words of an attacker in what may be anything: the comment.
    await page.run((evil) => {
      document.getElementById('added')?.setAttribute('scenario', `version 1\n# ${evil}\nkernel 2.6.24\nelevator noop\ntask 1\n  write 0 +8\n`);
    }, evil);
    await loaded(page, 'added');
    await page.run(() => /** @type {any} */ (document.getElementById('added')).step(3));
    assert.deepEqual(await look(), { broken: false, strange: 0, text: true });
    await page.forget(); // the address that a strict policy refused for the poster
  },

  /** @param {Page} page */
  'it leaves no trace in the page: no globals, no storage, no cookies, no styles, either way': async (page) => {
    await page.open(example);
    const looks = () =>
      page.run(() => ({
        names: Object.keys(window).sort(),
        stored: [localStorage.length, sessionStorage.length, document.cookie],
        styles: [document.styleSheets.length, document.adoptedStyleSheets.length],
        heading: getComputedStyle(/** @type {Element} */ (document.querySelector('h2'))).font,
      }));
    const before = await looks();
    await page.run(() => /** @type {any} */ (document.getElementById('three')).load());
    await loaded(page, 'three');
    assert.deepEqual(await looks(), before);
    const inside = await page.run(() => {
      const style = new CSSStyleSheet();
      const box = () => {
        const root = /** @type {ShadowRoot} */ (document.getElementById('three')?.shadowRoot);
        return [...root.querySelectorAll('.blk, .verdict, .btn, .row')].map((e) => {
          const s = getComputedStyle(e);
          return [s.color, s.font, s.letterSpacing, s.textTransform, s.padding].join();
        });
      };
      const was = box();
      style.replaceSync('* { color: red !important; font: 30px serif !important; letter-spacing: 9px; text-transform: uppercase; padding: 0 !important } main { direction: rtl }');
      document.adoptedStyleSheets = [style];
      const is = box();
      document.adoptedStyleSheets = [];
      return { was, is };
    });
    assert.deepEqual(inside.is, inside.was);
  },

  /** @param {Page} page */
  'without WebAssembly the picture and the scenario stay, and the reason is told': async (page) => {
    await page.open(example);
    await page.run(() => {
      const { WebAssembly } = globalThis;
      // @ts-expect-error the browser has none
      delete globalThis.WebAssembly;
      return /** @type {any} */ (document.getElementById('three')).play().catch(() => void Object.assign(globalThis, { WebAssembly }));
    });
    assert.match(await said(page, 'three'), /no WebAssembly.*version 1/);
    assert.equal(await page.run(() => document.getElementById('three')?.shadowRoot?.querySelectorAll('img').length), 1);
  },

  /** @param {Page} page */
  'axe finds nothing in a page with runs, before and after a click, light and dark, in Chinese, on a phone': async (page) => {
    await page.open(`${example}?lax`);
    await page.until('the elements', () => document.querySelectorAll('blk-play:defined').length === 5);
    await expectAccessible(page);
    await page.run(() => /** @type {any} */ (document.getElementById('three')).seek(9.9));
    await loaded(page, 'three');
    for (const theme of ['light', 'dark']) {
      await page.run((theme) => document.documentElement.style.setProperty('color-scheme', theme), theme);
      await expectAccessible(page);
    }
    await page.run(() => document.getElementById('sync')?.setAttribute('lang', 'zh'));
    await page.run(() => /** @type {any} */ (document.getElementById('sync')).load());
    assert.match(await said(page, 'sync'), /播放/);
    await page.driver.resize(390, 844);
    try {
      await expectAccessible(page);
      const wide = await page.run(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `the page is ${wide} px wider than the screen`);
    } finally {
      await page.driver.resize(1440, 900);
    }
  },
};
