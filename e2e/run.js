// Builds the site and tells every story in every browser:
//
//	node run.js                  all
//	node run.js webkit           one browser
//	node run.js firefox timer    the stories of one browser with "timer" in their names
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './site.js';

const [browser, story] = process.argv.slice(2);

/** @param {string} command @param {string[]} args @param {Record<string, string>} [env] */
function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

const build = join(root, '.cache', 'build', 'blkplay-build');
run('go', ['build', '-o', build, './build']);
run(build, ['-fast', '-out', join('e2e', 'out', 'site')]);
run(process.execPath, [join('e2e', 'docs', 'run.js')]);
const tests = browser ? ['browsers'] : ['browsers', 'digests', 'worker', 'tools', 'package', 'lighthouse'];
run(process.execPath, ['--test', '--test-concurrency=1', ...tests.map((name) => join('e2e', `${name}.test.js`))], {
  ...(browser && { BROWSERS: browser }),
  ...(story && { STORY: story }),
});
