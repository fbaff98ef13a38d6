package lesson

import (
	"strings"
	"testing"

	"blkplay/core/scenario"
)

// given are answers as people write them, and what is read.
var given = []struct{ lesson, question, answer, want, problem string }{
	{"e01", "leaves", "4", "4 ms", ""},
	{"e01", "leaves", " 4 ms ", "4 ms", ""},
	{"e01", "leaves", "4.000", "4 ms", ""},
	{"e01", "leaves", "4000us", "4 ms", ""},
	{"e01", "leaves", "0.5ms", "0.5 ms", ""},
	{"e01", "leaves", "", "", "there is no answer"},
	{"e01", "leaves", "soon", "", "is no time"},
	{"e01", "leaves", "4 5 6", "", "one answer is asked for"},
	{"e01", "leaves", "-4", "", "is no time"},
	{"e01", "cause", "PLUG-OFF-TIMER", "plug-off-timer", ""},
	{"e01", "cause", "timer", "", "none of the choices"},
	{"e02", "which", "#6", "6", ""},
	{"e02", "which", "6th", "", "no whole number"},
	{"e03", "causes", "plug-off-timer", "", "5 answers are asked for, and 1 are given"},
	{"e05", "sizes", "16, 32, 8", "16 32 8", ""},
	{"e07", "dispatches", "R300 r400, W2000 R100;R200 W1000", "300 400 2000 100 200 1000", ""},
	{"e10", "flushes", "U 16, UT 1, U 3", "U16 UT1 U3", ""},
	{"e10", "flushes", "u16 ut1 u3", "U16 UT1 U3", ""},
	{"e11", "longest", "2.8 / 2.4 ms", "2.8 2.4 ms", ""},
	{"e12", "counters", "3/3/3", "3 3 3", ""},
	{"e12", "counters", "3/3", "", "3 answers are asked for"},
	{"e01", "twelve", "unplug_delay_ms=13", "unplug_delay_ms=13", ""},
	{"e01", "twelve", "unplug_delay_ms=013", "unplug_delay_ms=13", ""},
	{"e01", "twelve", "unplug_delay_ms=99", "", "may be 1 to 60"},
	{"e01", "twelve", "hz=1000", "", "may not be turned here"},
	{"e01", "twelve", "13", "", "an answer is written like"},
	{"e04", "move", "sector.1=1000 sector.2=2000", "", "only one bio may be moved"},
	{"e04", "move", "sector.9=1000", "", "there is no bio number 9"},
	{"e04", "move", "sector=1000", "", "say which bio"},
	{"e04", "untouched", "elevator=bfq", "", "may be noop, deadline, as, cfq"},
	{"e07", "second", "writes_starved=1 fifo_batch=2", "", "at most 1 knob may be turned"},
	{"e09", "yields", "ioprio.1=be/7", "ioprio.1=be/7", ""},
	{"e01", "nothing", "1", "", "there is no question"},
}

func TestGivenAnswers(t *testing.T) {
	for _, c := range given {
		d := variant(t, read(t, c.lesson), "base").Check(c.question, c.answer)
		if d.Given != c.want || c.problem == "" && d.Problem != "" || !strings.Contains(d.Problem, c.problem) {
			t.Errorf("%s %s %q: %+v, want %q %q", c.lesson, c.question, c.answer, d, c.want, c.problem)
		}
	}
}

// TestReplies holds that the replies that the lessons foresee are given.
func TestReplies(t *testing.T) {
	for _, c := range []struct{ lesson, question, answer, want string }{
		{"e01", "leaves", "5.5", "made that at least 1"},
		{"e02", "which", "4", "Not every write is a request"},
		{"e02", "fewer", "unplug_delay_ms=10", "turning the delay alone changes nothing"},
		{"e04", "requests", "3", "two of them touched and became one"},
		{"e05", "one", "max_sectors=40", "the pair merges and is full"},
		{"e06", "batch", "4", "3 * 4 / 2 = 6"},
		{"e07", "dispatches", "100 200 300 400 1000 2000", "It is no sort"},
		{"e08", "near", "4", "(32 * 4 + 128) / 32 = 8"},
		{"e09", "level", "10", "3 / 5 is 0 in integers"},
		{"e10", "flushes", "U16 U1 U3", "that is UT"},
		{"e11", "requests", "4 4", "matter of time"},
		{"e12", "counters", "4 4 4", "a context of its own"},
		{"e13", "sleeper", "timer timer timer", "schedule() empties the plug"},
	} {
		d := variant(t, read(t, c.lesson), "base").Check(c.question, c.answer)
		if d.Right || !strings.Contains(d.Reply, c.want) {
			t.Errorf("%s %s %s: %+v, want %q", c.lesson, c.question, c.answer, d, c.want)
		}
	}
}

// TestScenariosAsAnswers holds that a scenario counts as its turned knobs, and that
// nothing else may be changed in it.
func TestScenariosAsAnswers(t *testing.T) {
	v := variant(t, read(t, "e04"), "base")
	text := v.Runs()[0].Text
	for _, c := range []struct{ question, from, to, want, problem string }{
		{"move", "write 500", "write 5000", "sector.3=5000", ""},
		{"move", "write 8 ", "write 9000 ", "sector.5=9000", ""},
		{"move", "write 500 +8", "write 5000 +16", "", "something else"},
		{"move", "hz 250", "hz 1000", "", "something else"},
		{"move", "write 500 +8\n    write 508 +8", "write 5000 +8\n    write 5080 +8", "", "only one bio"},
		{"untouched", "elevator deadline", "elevator noop", "elevator=noop", ""},
		{"untouched", "wait", "", "", "something else"},
		{"move", "write", "wirte", "", "wirte"},
	} {
		changed := strings.Replace(text, c.from, c.to, 1)
		if changed == text {
			t.Fatal(c.from, "is not in the text")
		}
		answer, problem := v.Turned(c.question, changed)
		if answer != c.want || c.problem == "" && problem != "" || !strings.Contains(problem, c.problem) {
			t.Errorf("%s for %s: %q %q", c.to, c.from, answer, problem)
		}
		if problem == "" {
			if back, problem := v.Scenario(c.question, answer); problem != "" || back != sameScenario(t, changed) {
				t.Errorf("%s: %q\n%s", answer, problem, back)
			}
		}
		if d := v.CheckScenario(c.question, changed); d.Problem != problem || d.Given != c.want {
			t.Errorf("%s for %s: %+v", c.to, c.from, d)
		}
	}
}

// sameScenario returns a scenario text in its canonical form, without comments.
func sameScenario(t *testing.T, text string) string {
	t.Helper()
	sc, err := scenario.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return scenario.Format(sc)
}

// TestQuestionsTellNoAnswer holds that what a reader sees before answering is there
// and does not hold the replies.
func TestQuestionsTellNoAnswer(t *testing.T) {
	for _, name := range lessons(t) {
		x := read(t, name)
		for seed := range uint64(8) {
			v, err := x.Variant(seed)
			if err != nil {
				t.Fatal(err)
			}
			if v.Title() == "" || v.Story() == "" || len(v.Runs()) == 0 {
				t.Error(name, "is empty")
			}
			for _, q := range v.Questions() {
				if q.Ask == "" || len(q.Hints) == 0 || strings.Contains(q.Ask, "(line") ||
					q.Kind == Goal && (len(q.Knobs) == 0 || len(q.Now) != len(q.Knobs) || q.Now[0] == "" || len(q.Checks) == 0) || q.Kind == Explain && len(q.Choices) < 2 {
					t.Errorf("%s: %+v", name, q)
				}
			}
		}
	}
}
