package lesson

import (
	"os"
	"strings"
	"testing"
)

// TestLessonsLint holds that the linter finds nothing in our own lessons.
func TestLessonsLint(t *testing.T) {
	for _, name := range lessons(t) {
		for _, f := range Lint(readText(t, name)) {
			t.Errorf("%s.lesson:%d:%d: %s: %s", name, f.Line, f.Column, f.Rule, f.Text)
		}
	}
}

// A lesson in which the linter finds nothing, in pieces to be exchanged.
const (
	lintHead = "version 1\nname x\ntitle X\nparam gap 3..9\n"
	lintRun  = `run main
  version 1
  kernel 2.6.24
  elevator noop
  device linear base_us=400 per_sector_ns=12500
  task 1
    sleep until {ms(gap) + 500us}
    write 0 +8
    write {gap * 100} +8
    wait
`
	lintAsk = `predict when
  ask When?
  answer time(D)
  wrong 1ms
    No.
  hint Look.
`
	lintGoal = `goal turn
  ask Turn.
  knob unplug_thresh 1..3
  check count(U) = 1 and unplug_thresh > 1
  least unplug_thresh
  hint Look.
`
)

// lintWords are the words of lintAsk in another language, with every text.
const lintWords = `words zh
  title 题目
  question when
    ask 何时？
    wrong 不对。
    hint 再看看。
`

func TestLintFindsNothing(t *testing.T) {
	for _, f := range append(Lint(lintHead+lintRun+lintAsk), Lint(lintHead+lintRun+lintAsk+lintWords)...) {
		t.Errorf("%+v", f)
	}
}

// TestDocExample holds that the lesson in the package's documentation is one.
func TestDocExample(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(doc), "# A lesson\n//\n")
	example, _, _ := strings.Cut(after, "// Comments stand")
	text := ""
	for line := range strings.Lines(example) {
		text += strings.TrimPrefix(strings.TrimPrefix(line, "//"), "\t")
	}
	if x, err := Parse(text); err != nil || len(x.questions) != 1 {
		t.Fatalf("%v\n%s", err, text)
	}
	for _, f := range Lint(text) {
		t.Errorf("%+v", f)
	}
}

// linted are lessons with one fault each, and where it is found by which rule.
var linted = []struct {
	rule string
	line int
	text string
}{
	{"syntax", 5, lintHead + "rum main\n"},
	{"no-variant", 11, lintHead + strings.Replace(lintRun, "until", "untill", 1) + lintAsk},
	{"no-variant", 0, lintHead + "require gap > 100\n" + lintRun + lintAsk},
	{"no-answer", 17, lintHead + lintRun + strings.Replace(lintAsk, "time(D)", "time(S)", 1)},
	{"no-choice", 17, lintHead + lintRun + "explain why\n  ask Why?\n  answer \"c\"\n  choice a A.\n  choice b B.\n  hint Look.\n"},
	{"choice-twice", 15, lintHead + lintRun + "explain why\n  ask Why?\n  answer \"a\"\n  choice a A.\n  choice b A.\n  hint Look.\n"},
	{"slots", 17, lintHead + lintRun + "predict n\n  ask N?\n  answer lines(D)\n  slot a\n  slot b\n  slot c\n  hint Look.\n"},
	{"offer", 17, lintHead + lintRun + "predict n\n  ask N?\n  answer gap\n  offer 3..8\n  hint Look.\n"},
	{"text", 16, lintHead + lintRun + strings.Replace(lintAsk, "When?", "When {time(S)}?", 1)},
	{"wrong-is-right", 18, lintHead + lintRun + strings.Replace(lintAsk, "wrong 1ms", "wrong ms(gap) + 500us", 1)},
	{"reply-twice", 20, lintHead + lintRun + strings.Replace(lintAsk, "  hint", "  wrong 500us * 2\n    No.\n  hint", 1)},
	{"words-missing", 21, lintHead + lintRun + lintAsk + strings.Replace(lintWords, "  title 题目\n", "", 1)},
	{"words-missing", 23, lintHead + lintRun + lintAsk + strings.Replace(lintWords, "    hint 再看看。\n", "", 1)},
	{"words-values", 23, lintHead + lintRun + lintAsk + strings.Replace(lintWords, "何时？", "{gap} 何时？", 1)},
	{"text", 24, lintHead + lintRun + lintAsk + strings.Replace(lintWords, "何时？", "{time(S)} 何时？", 1)},
	{"choice-twice", 15, lintHead + lintRun + "explain why\n  ask Why?\n  answer \"a\"\n  choice a A.\n  choice b B.\n  hint Look.\n" +
		"words zh\n  title 题\n  question why\n    ask 为何？\n    choice a 甲\n    choice b 甲\n    hint 看\n"},
	{"reached", 15, lintHead + lintRun + strings.Replace(lintGoal, "  least unplug_thresh\n", "", 1)},
	{"unreachable", 15, lintHead + lintRun + strings.Replace(lintGoal, "count(U) = 1", "count(U) = 7", 1)},
	{"knob", 15, lintHead + lintRun + strings.Replace(lintGoal, "knob unplug", "knob slice_idle 1..2\n  knob unplug", 1)},
	{"unused", 5, lintHead + "param more 1 2\n" + lintRun + lintAsk},
	{"unused", 5, lintHead + "let more gap\n" + lintRun + lintAsk},
	{"unused", 15, lintHead + lintRun + strings.Replace(lintRun, "main", "other", 1) + lintAsk},
	{"unused", 5, lintHead + "allow idle-first why not\n" + lintRun + lintAsk},
	{"no-hint", 15, lintHead + lintRun + strings.Replace(lintAsk, "  hint Look.\n", "", 1)},
	{"hint-twice", 15, lintHead + lintRun + lintAsk + "  hint Look.\n"},
	{"same-answer", 15, lintHead + lintRun + strings.Replace(strings.Replace(lintAsk, "time(D)", "count(D)", 1), "wrong 1ms", "wrong 9", 1)},
	{"run-stuck", 5, lintHead + strings.Replace(lintRun, "  task 1", "  what_if no_unplug_timer\n  task 2\n    sleep until 50ms\n    write 9000 +8\n  task 1", 1) + lintAsk},
	{"whole-ms", 5, lintHead + strings.Replace(strings.Replace(lintRun, " + 500us", "", 1), "    wait\n", "", 1) + lintAsk},
	{"deadline-count", 15, strings.Replace(lintHead, "param gap 3..9", "order o 0 100 8 200", 1) + "run main\n  version 1\n  kernel 2.6.24\n  elevator deadline\n" +
		"  task 1\n    sleep until 1ms\n    for s in o\n      write {s} +8\n    end\n    wait\npredict n\n  ask N?\n  answer count(D)\n  hint Look.\n"},
	{"threshold-never", 15, lintHead + lintRun + strings.Replace(lintGoal, "1..3", "1..32", 1)},
	{"small-slice", 5, lintHead + strings.Replace(strings.Replace(lintRun, "noop", "cfq slice_sync=4", 1), "task 1", "task 1 ioprio=be/0", 1) + lintAsk},
	{"as-gives-up", 5, readGivesUp},
	{"idle-first", 5, lintHead + strings.Replace(strings.Replace(lintRun, "noop", "cfq", 1), "  task 1", "  task 2\n    sleep until 20ms\n    read 9000 +8\n    wait\n  task 1 ioprio=idle", 1) + lintAsk},
	{"same-start", 5, lintHead + strings.Replace(strings.Replace(lintRun, "noop", "deadline", 1), "{gap * 100} +8", "0 +16", 1) + lintAsk},
	{"starved-early", 5, lintHead + strings.Replace(strings.Replace(lintRun, "noop", "deadline writes_starved=1", 1), "    write 0", "    read 0 +8\n    wait\n    write 0", 1) + lintAsk},
	{"ioc-kernel", 17, lintHead + lintRun + strings.Replace(strings.Replace(lintAsk, "time(D)", "contexts + gap", 1), "wrong 1ms", "wrong 1", 1)},
	{"ioc-cfq", 17, lintHead + strings.Replace(strings.Replace(lintRun, "2.6.24", "4.4", 1), "noop", "cfq", 1) + strings.Replace(strings.Replace(lintAsk, "time(D)", `ioc("first-io")[1] + gap`, 1), "wrong 1ms", "wrong 1", 1)},
	{"hidden-cause", 17, lintHead + lintRun + strings.Replace(strings.Replace(lintAsk, "time(D)", "count(plug-off) + gap", 1), "wrong 1ms", "wrong 1", 1)},
	{"hidden-cause", 18, lintHead + strings.Replace(lintRun, "{gap * 100} +8", "{gap * 100} +8 sync", 1) + strings.Replace(lintAsk,
		"  answer time(D)\n  wrong 1ms\n    No.", "  slot a\n  answer part(unplugs(D), 1, 1)", 1)},
}

// readGivesUp is a reader under anticipatory that thinks for 4 ms.
const readGivesUp = lintHead + `run main
  version 1
  kernel 2.6.24
  elevator as
  hz 1000
  task 1
    sleep until {ms(gap) + 500us}
    read 0 +8
    wait
    compute 4ms
    read 8 +8
    wait
    compute 4ms
    read 16 +8
    wait
  task 2
    sleep until {ms(gap) + 500us}
    read 1000000 +8
    wait
` + lintAsk

func TestLint(t *testing.T) {
	tested := map[string]bool{}
	for i, c := range linted {
		tested[c.rule] = true
		found := Lint(c.text)
		ok := false
		for _, f := range found {
			ok = ok || f.Rule == c.rule && f.Line == c.line && f.Text != ""
		}
		if !ok {
			t.Errorf("case %d: %s is not found in line %d of\n%s%+v", i, c.rule, c.line, c.text, found)
		}
		r := ruleNamed(c.rule)
		if r == nil || r.error || c.rule == "unused" && strings.Contains(c.text, "allow ") {
			continue
		}
		allowed := strings.Replace(c.text, "title X", "title X\nallow "+c.rule+" for a reason", 1)
		for _, f := range Lint(allowed) {
			if f.Rule == c.rule {
				t.Errorf("case %d: %s is allowed and found: %+v", i, c.rule, f)
			}
		}
	}
	for _, r := range Rules() {
		if !tested[r.Name] {
			t.Errorf("the rule %s is not tested", r.Name)
		}
	}
}
