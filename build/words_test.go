package main

import (
	"strings"
	"testing"
)

func TestWordsUsed(t *testing.T) {
	used := words{}
	used.look(`import { strings } from '../strings.ts';
const m = strings.machine; // m alone
console.log(m.idle, strings.say.bio, strings.hand);
function f() { const s = strings.state; return s[name] + s.limit; }
/* strings.page.other: in a comment */`)
	table := `export const machine = {
  machine: {
    idle: 'idle', // nothing
    full: 'full',
    ends: {
      complete: 'complete',
    },
  },

  say: {
    bio: 'a bio',
    request: 'a request',
  },

  state: {
    limit: 'limit',
    stuck: 'stuck',
  },

  page: { title: 'title' },

  hand: 'hand',
  foot: 'foot',
  list: [
    ['a', 'b'],
  ] as [string, string][],
};
`
	got := used.only(table)
	for word, want := range map[string]bool{
		"idle": true, "full": false, "complete": true, "a bio": true, "a request": false,
		"limit": true, "stuck": true, "title": false, "hand": true, "foot": false, "['a', 'b']": false,
	} {
		if strings.Contains(got, word) != want {
			t.Errorf("%q: in it is %v, want %v\n%s", word, !want, want, got)
		}
	}
	two := words{}
	two.look("const { idle } = strings.own;\nconsole.log(strings.own.tabs.one);\n")
	if got := two.only("export const own = {\n  idle: 'i',\n  full: 'f',\n  tabs: { one: '1', two: '2' },\n\n  link: {\n    a: 'A',\n  },\n};\n"); got != "export const own = {\n  idle: 'i',\n  tabs: { one: '1', two: '2' },\n\n};\n\n" {
		t.Errorf("a group in a file of its own: %q", got)
	}
	if own := "export const state = {\n  idle: 'idle',\n  full: 'full',\n};\n"; used.only(own) != own {
		t.Errorf("a table that is a group is changed: %s", used.only(own))
	}
}
