import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameFor, tagFor } from './snippet.ts';

test('what a scenario says ends no tag and no attribute', () => {
  const tag = tagFor({ text: '# a < b & "c" </pre><script>\nversion 1\n\n', at: 9_900_000 }, 'https://x.example/a"b/');
  assert.equal(
    tag,
    `<script type="module" src="https://x.example/a&quot;b/blk-play.js"></script>
<blk-play at="9.9ms"><pre>
# a &lt; b &amp; &quot;c&quot; &lt;/pre>&lt;script>
version 1
</pre></blk-play>
`,
  );
  assert.ok(frameFor('"a" & <b>', '#b1.AAAA.AAAA', 'https://x.example/').includes('embed.html#b1.AAAA.AAAA" title="&quot;a&quot; &amp; &lt;b>"'));
});
