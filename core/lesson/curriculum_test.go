package lesson

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const lessonDir = "../../web/lessons/"

func read(t testing.TB, name string) *Exercise {
	t.Helper()
	x, err := Parse(readText(t, name))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return x
}

func readText(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile(lessonDir + name + ".lesson")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func variant(t testing.TB, x *Exercise, name string) *Variant {
	t.Helper()
	for seed, named := range x.NamedVariants() {
		if named == name {
			v, err := x.Variant(uint64(seed))
			if err != nil {
				t.Fatal(err)
			}
			return v
		}
	}
	t.Fatalf("%s has no variant %s", x.Name, name)
	return nil
}

// lessons lists the exercises' names, in teaching order.
func lessons(t testing.TB) (names []string) {
	files, err := filepath.Glob(lessonDir + "*.lesson")
	if err != nil || len(files) != 13 {
		t.Fatal(len(files), "lessons", err)
	}
	for _, f := range files {
		names = append(names, strings.TrimSuffix(filepath.Base(f), ".lesson"))
	}
	return names
}

// answers that the kernels' own code gave, for the variants that the curriculum names.
var answers = []struct{ lesson, variant, question, want string }{
	{"e01", "base", "leaves", "4 ms"},
	{"e01", "v1", "leaves", "10 ms"},
	{"e01", "v2", "leaves", "4 ms"},
	{"e01", "v3", "leaves", "4 ms"},
	{"e01", "base", "cause", "plug-off-timer"},
	{"e01", "base", "twelve", "unplug_delay_ms=12"},
	{"e02", "base", "which", "6"},
	{"e02", "base", "requests", "5"},
	{"e02", "base", "fewer", "unplug_delay_ms=5 unplug_thresh=5"},
	{"e02", "v1", "which", "4"},
	{"e02", "v2", "which", "7"},
	{"e02", "v3", "which", "5"},
	{"e03", "base", "causes", "plug-off-sync plug-off-timer plug-off-wait plug-off-completion plug-off-threshold"},
	{"e03", "v1", "causes", "plug-off-completion plug-off-threshold plug-off-sync plug-off-wait plug-off-timer"},
	{"e03", "v2", "causes", "plug-off-wait plug-off-timer plug-off-threshold plug-off-completion plug-off-sync"},
	{"e04", "base", "requests", "2"},
	{"e04", "base", "joins", "3 1"},
	{"e04", "base", "untouched", "elevator=noop"},
	{"e05", "base", "sizes", "16 32 8"},
	{"e05", "v1", "sizes", "24 32 8"},
	{"e05", "v2", "sizes", "32 32 8"},
	{"e05", "base", "closed", "closed"},
	{"e05", "base", "one", "max_sectors=56"},
	{"e06", "base", "batch", "6"},
	{"e06", "v1", "batch", "9"},
	{"e06", "v2", "batch", "12"},
	{"e06", "base", "second", "yes"},
	{"e06", "base", "served", "2.5 ms"},
	{"e06", "base", "nobody", "nr_requests=8"},
	{"e07", "base", "dispatches", "300 400 2000 100 200 1000"},
	{"e07", "ws3", "dispatches", "300 400 100 2000 200 1000"},
	{"e07", "base", "position", "4"},
	{"e07", "base", "second", "writes_starved=1"},
	{"e08", "base", "near", "2"},
	{"e08", "v1", "near", "2"},
	{"e08", "v2", "near", "1"},
	{"e08", "base", "gives", "gave-up"},
	{"e08", "v2", "gives", "timer"},
	{"e08", "base", "all", "antic_expire=8"},
	{"e09", "base", "reads", "6"},
	{"e09", "v1", "reads", "4"},
	{"e09", "v2", "reads", "8"},
	{"e09", "base", "level", "6"},
	{"e09", "base", "yields", "ioprio.1=be/7"},
	{"e10", "base", "flushes", "U16 UT1 U3"},
	{"e10", "v1", "flushes", "U16 UT3 U2"},
	{"e10", "v2", "flushes", "U16 UT5 U5"},
	{"e10", "base", "computing", "U16 U4"},
	{"e10", "base", "crossed", "for-ever"},
	{"e11", "base", "requests", "5 4"},
	{"e11", "v1", "requests", "6 5"},
	{"e11", "base", "longest", "2.8 2.4 ms"},
	{"e11", "base", "same", "unplug_thresh=5"},
	{"e12", "base", "counters", "3 3 3"},
	{"e12", "v1", "counters", "4 4 4"},
	{"e12", "base", "contexts", "2 1"},
	{"e12", "base", "holders", "cfq"},
	{"e12", "base", "merges", "clone_io.2=yes"},
	{"e13", "base", "first", "300 100 100 300"},
	{"e13", "base", "requests", "2 2 2 2"},
	{"e13", "base", "order", "behind before"},
	{"e13", "base", "sleeper", "timer schedule schedule"},
	{"e13", "base", "plugged", "queue task task"},
	{"e13", "base", "arrival", "elevator=none"},
}

func TestAnswers(t *testing.T) {
	for _, a := range answers {
		v := variant(t, read(t, a.lesson), a.variant)
		if got, err := v.Answer(a.question); err != nil || got != a.want {
			t.Errorf("%s %s %s: %s %v, want %s", a.lesson, a.variant, a.question, got, err, a.want)
		}
	}
}

// goals: settings that reach them, and near misses.
var goals = []struct {
	lesson, variant, question, answer string
	right                             bool
}{
	{"e01", "base", "twelve", "unplug_delay_ms=11", false},
	{"e01", "base", "twelve", "unplug_delay_ms=12", true},
	{"e01", "base", "twelve", "unplug_delay_ms=13", true},
	{"e01", "base", "twelve", "unplug_delay_ms=14", true},
	{"e01", "base", "twelve", "unplug_delay_ms=15", true},
	{"e01", "base", "twelve", "unplug_delay_ms=16", false},
	{"e02", "base", "fewer", "unplug_delay_ms=5", false},
	{"e02", "base", "fewer", "unplug_delay_ms=5 unplug_thresh=4", false},
	{"e02", "base", "fewer", "unplug_delay_ms=5 unplug_thresh=32", true},
	{"e02", "base", "fewer", "unplug_delay_ms=4 unplug_thresh=5", false},
	{"e02", "base", "fewer", "unplug_delay_ms=6 unplug_thresh=5", false},
	{"e02", "v1", "fewer", "unplug_delay_ms=4 unplug_thresh=8", true},
	{"e02", "v1", "fewer", "unplug_delay_ms=5 unplug_thresh=8", true},
	{"e02", "v1", "fewer", "unplug_delay_ms=6 unplug_thresh=8", false},
	{"e02", "v2", "fewer", "unplug_delay_ms=6 unplug_thresh=8", true},
	{"e02", "v2", "fewer", "unplug_delay_ms=5 unplug_thresh=8", false},
	{"e04", "base", "move", "sector.1=1000", true},
	{"e04", "base", "move", "sector.2=1000", true},
	{"e04", "base", "move", "sector.3=1000", true},
	{"e04", "base", "move", "sector.4=1000", true},
	{"e04", "base", "move", "sector.5=1000", false},
	{"e04", "base", "untouched", "elevator=as", false},
	{"e04", "base", "untouched", "elevator=cfq", false},
	{"e05", "base", "one", "max_sectors=40", false},
	{"e05", "base", "one", "max_sectors=55", false},
	{"e05", "base", "one", "max_sectors=57", false},
	{"e06", "base", "nobody", "nr_requests=7", false},
	{"e06", "base", "nobody", "nr_requests=9", false},
	{"e07", "base", "second", "writes_starved=3", false},
	{"e07", "base", "second", "fifo_batch=1", false},
	{"e08", "base", "all", "antic_expire=7", false},
	{"e08", "base", "all", "antic_expire=9", false},
	{"e09", "base", "yields", "ioprio.1=be/6", false},
	{"e09", "base", "yields", "ioprio.1=be/0", false},
	{"e11", "base", "same", "unplug_thresh=6", false},
	{"e11", "v1", "same", "unplug_thresh=6", true},
	{"e12", "base", "merges", "clone_io.2=no", false},
	{"e13", "base", "arrival", "elevator=mq-deadline", false},
	{"e13", "base", "arrival", "elevator=kyber", true},
}

func TestGoals(t *testing.T) {
	for _, g := range goals {
		d := variant(t, read(t, g.lesson), g.variant).Check(g.question, g.answer)
		if d.Problem != "" || d.Right != g.right || d.Given != g.answer {
			t.Errorf("%s %s %s %s: %+v", g.lesson, g.variant, g.question, g.answer, d)
		}
		if d.Reply == "" || len(d.Checks) == 0 {
			t.Errorf("%s %s %s %s: it says nothing: %+v", g.lesson, g.variant, g.question, g.answer, d)
		}
	}
}

// TestEveryVariant computes the answers of every variant that any seed can give.
func TestEveryVariant(t *testing.T) {
	counts := map[string]int{"e01": 102, "e02": 139 * 3, "e03": 120, "e04": 20, "e05": 9, "e06": 9, "e07": 2160,
		"e08": 7, "e09": 3, "e10": 60, "e11": 3, "e12": 56, "e13": 32}
	for _, name := range lessons(t) {
		x := read(t, name)
		n := 0
		err := x.Each(func(v *Variant) bool {
			n++
			for _, q := range x.questions {
				if q.kind == Goal {
					continue
				}
				want, err := v.Answer(q.name)
				if err != nil {
					t.Errorf("%s %v %s: %v", name, v.Parameters(), q.name, err)
					return false
				}
				if d := v.Check(q.name, want); !d.Right || d.Problem != "" {
					t.Errorf("%s %v %s: its own answer %s is %+v", name, v.Parameters(), q.name, want, d)
					return false
				}
			}
			return true
		})
		if err != nil || n != counts[name] {
			t.Errorf("%s: %d variants, want %d; %v", name, n, counts[name], err)
		}
	}
}

// TestRulesOfSeeds holds what the curriculum says of all variants of an exercise.
func TestRulesOfSeeds(t *testing.T) {
	holds := func(name, text string) {
		x := read(t, name)
		p := &parser{x: x, scope: scopeOf(x)}
		e := p.expr(text, Pos{}, &p.scope, Bool)
		if e == nil {
			t.Fatal(name, p.errs)
		}
		err := x.Each(func(v *Variant) bool {
			if yes, err := e.eval(v.env(v.runs[0].name)); err != nil || !yes.true() {
				t.Errorf("%s %v: %s does not hold: %v", name, v.Parameters(), text, err)
				return false
			}
			return true
		})
		if err != nil {
			t.Error(err)
		}
	}
	holds("e01", "time(D) != sent + 3ms")
	holds("e01", "time(D) = (sent / jiffy + max(1, 3 * rate / 1000)) * jiffy")
	holds("e05", "sizes(D) = [a, b + 8, 8]")
	holds("e06", "count(G where task = 1 and number < line(S)) = limit * 3 / 2")
	holds("e07", `position(directions(D), "W") = passes + 1 and sectors(D)[1] = sectors(Q where read)[1]`)
	holds("e08", "position(sectors(D), 1000000) = if(think <= 5, 3, 2)")
	holds("e09", "count(D where number < line(D where sector >= 100000)) = slice * 2")
	holds("e10", "sizes(U|UT) = [16, heads - 16, late]")
	holds("e11", "old.count(D) = streams + 1 and new.count(D) = streams")
	holds("e12", `ioc("fork-parent") = [1 + sharing, 1 + sharing, 1 + sharing]`)
	holds("e12", `contexts = if(prio = "yes", 1 + owning, 1)`)
}
