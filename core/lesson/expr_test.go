package lesson

import (
	"strings"
	"testing"
)

// exprLesson has what the expressions below speak of.
const exprLesson = `version 1
name x
title X
param n 7
param w left right
order o 3 1 2
variant base n=7 w=left o=3,1,2
let late ms(n)

run main
  version 1
  kernel 2.6.24
  elevator noop
  hz 250
  device linear base_us=400 per_sector_ns=12500
  task 1
    sleep until 2500us
    write 0 +8
    write 8 +8
    write 100 +16
    wait
  task 2
    sleep until 2700us
    read 500 +8 sync
    wait

run other
  like main
  turn elevator deadline
  turn unplug_thresh {n}

run forks
  version 1
  kernel 4.4
  elevator deadline
  task 1
    read 0 +8
    wait
    fork 2 clone_io
  task 2 parent=1
    sleep 1ms

predict q
  ask Q?
  answer n
  hint H.
`

// expressions, how they are written canonically, and what they give.
var expressions = []struct{ text, canonical, want string }{
	{"1+2*3-4", "1 + 2 * 3 - 4", "3"},
	{"(1+2)*3", "(1 + 2) * 3", "9"},
	{"2-(3-4)", "2 - (3 - 4)", "3"},
	{"((7))/2 % 2", "7 / 2 % 2", "1"},
	{"-n+-(-1)", "-n + --1", "-6"},
	{"not (1=2) and 3<4 or 1/0=1", "not 1 = 2 and 3 < 4 or 1 / 0 = 1", "yes"},
	{"(1<2)=(3<4)", "(1 < 2) = (3 < 4)", "yes"},
	{"2.5ms+400us", "2.5ms + 400us", "2.9 ms"},
	{"late*2/3", "late * 2 / 3", "4.666666 ms"},
	{"late/1ms", "late / 1ms", "7"},
	{"late%4ms", "late % 4ms", "3 ms"},
	{"[1,2,n][3]", "[1, 2, n][3]", "7"},
	{"sorted(o)", "sorted(o)", "1 2 3"},
	{"o", "o", "3 1 2"},
	{"position(o,2)", "position(o, 2)", "3"},
	{"position(o,9)", "position(o, 9)", "0"},
	{"part(o,2,9)", "part(o, 2, 9)", "1 2"},
	{"max(o)+min(4,5)+sum(o)+len(o)+last(o)", "max(o) + min(4, 5) + sum(o) + len(o) + last(o)", "18"},
	{"sum([1=1,1=2])", "sum([1 = 1, 1 = 2])", "1"},
	{"distinct([1,2,1])", "distinct([1, 2, 1])", "1 2"},
	{"abs(1ms-3ms)", "abs(1ms - 3ms)", "2 ms"},
	{`if(w="left","a","b")`, `if(w = "left", "a", "b")`, "a"},
	{"count(D)", "count(D)", "3"},
	{"count( Q|M where  task=1 )", "count(Q|M where task = 1)", "4"},
	{"count(Q where number<line(D))", "count(Q where number < line(D))", "3"},
	{"time(D)", "time(D)", "2.5 ms"},
	{"times(C)", "times(C)", "3.1 3.7 4.2 ms"},
	{"lines(D)", "lines(D)", "11 17 19"},
	{"sectors(D)", "sectors(D)", "0 100 500"},
	{"sizes(D)", "sizes(D)", "16 16 8"},
	{"extents(D)", "extents(D)", "W0 W100 R500"},
	{"directions(D)", "directions(D)", "W W R"},
	{"marks(U)", "marks(U)", "U2 U3"},
	{"tasks(D)", "tasks(D)", "1 0 0"},
	{"unplugs(D)[1]", "unplugs(D)[1]", "plug-off-wait"},
	{`count(D where by("plug-off-wait"))`, `count(D where by("plug-off-wait"))`, "3"},
	{"latencies(Q)", "latencies(Q)", "0.6 0.6 1.2 1.5 ms"},
	{"count(Q where sync and read and sector=500 and size=8 and at=2.7ms)", "count(Q where sync and read and sector = 500 and size = 8 and at = 2.7ms)", "1"},
	{"count(bio-end)+count(Q where bio=0)+count(G where request=0)", "count(bio-end) + count(Q where bio = 0) + count(G where request = 0)", "6"},
	{`count(Q|C where action="C")`, `count(Q|C where action = "C")`, "3"},
	{"other.unplug_thresh+unplug_thresh", "other.unplug_thresh + unplug_thresh", "11"},
	{"other.elevator", "other.elevator", "deadline"},
	{"other.fifo_batch", "other.fifo_batch", "16"},
	{"hz+depth", "hz + depth", "251"},
	{"kernel", "kernel", "2.6.24"},
	{"q2c_max", "q2c_max", "1.5 ms"},
	{"d2c_max", "d2c_max", "0.6 ms"},
	{"q2c_mean", "q2c_mean", "0.975 ms"},
	{"end", "end", "4.2 ms"},
	{"[plugs,seeks,depth_max,bios,open_bios,blocked]", "[plugs, seeks, depth_max, bios, open_bios, blocked]", "1 2 1 4 0 0"},
	{"[sectors_written,sectors_read]", "[sectors_written, sectors_read]", "32 8"},
	{"plugged", "plugged", "0 ms"},
	{`forks.ioc("fork-parent")`, `forks.ioc("fork-parent")`, "2 2 2"},
	{`forks.ioc_first("first-io")`, `forks.ioc_first("first-io")`, "1 1 1"},
	{"forks.contexts", "forks.contexts", "1"},
}

// failing expressions and what is said of them.
var failing = []struct{ text, want string }{
	{"1/(n-7)", "a division by 0"},
	{"o[4]", "the list has 3 elements, there is no number 4"},
	{"o[0]", "there is no number 0"},
	{"time(S)", "no such event happens: S"},
	{"last(lines(S))", "has no last element"},
	{"max(lines(S))", "of an empty list"},
	{"read_expire", "this run has no read_expire"},
	{`ioc("fork-parent")`, "no io_context was seen"},
}

// ill are expressions that are refused when they are read.
var ill = []struct{ text, want string }{
	{"", "is missing"}, {"1 +", "ends where"}, {"(1", "missing"}, {"1 2", "more behind"}, {"1 < 2 < 3", "more behind"},
	{"1 + 1ms", "does not go with"}, {"not 1", "does not go with"}, {"[1, 1ms]", "are alike"}, {"[]", "at least one"}, {"[o]", "list of lists"},
	{"o = 1", "does not go with"}, {"o < o", "does not go with"}, {"n[1]", "only a list"}, {`o["a"]`, "is a number"},
	{"5x", "is no time"}, {"99999999999999999999", "too large"}, {`"a`, "not closed"}, {"1 ? 2", "no meaning"},
	{"n-m", "is not known"}, {"n.count(D)", `there is no run "n"`}, {"main.max(o)", "is not of a run"},
	{"sector", "belongs to an event"}, {`by("plug-off-wait")`, "only in a where"}, {`count(D where by("x"))`, "name of a cause"},
	{"count(D where 1)", "yes or no is wanted"}, {"if(1, 2, 3)", "takes yes or no"}, {"if(1 = 1, 2, 3ms)", "are alike"},
	{"len(1)", "takes a list"}, {"position(o, 1ms)", "takes a number"}, {"ms(1ms)", "takes a number"}, {"max(1, 2ms)", "takes numbers"},
	{"part(o, 1)", "takes 3 arguments"}, {"abs(\"a\")", "takes a number"}, {"D", "is not known"}, {"count()", "is no action"},
	{strings.Repeat("(", 70) + "1" + strings.Repeat(")", 70), "too deeply"},
	{strings.Repeat("-", 70) + "1", "too deeply"}, {strings.Repeat("not ", 70) + "1 = 1", "too deeply"},
}

// exprScope returns a variant and the parser whose scope its expressions have.
func exprScope(t testing.TB) (*Variant, *parser) {
	t.Helper()
	x, err := Parse(exprLesson)
	if err != nil {
		t.Fatal(err)
	}
	v, err := x.Variant(0)
	if err != nil {
		t.Fatal(err)
	}
	return v, &parser{x: x, scope: scopeOf(x)}
}

// scopeOf returns what names mean behind the lesson's last statement.
func scopeOf(x *Exercise) scope {
	s := scope{onRun: true}
	for i := range x.params {
		s.names = append(s.names, named{x.params[i].name, x.params[i].typeOf()})
	}
	for i := range x.lets {
		s.names = append(s.names, named{x.lets[i].name, x.lets[i].expr.root.typ})
	}
	for i := range x.runs {
		s.runs = append(s.runs, x.runs[i].name)
	}
	return s
}

func TestExpressions(t *testing.T) {
	v, p := exprScope(t)
	for _, c := range expressions {
		e := p.expr(c.text, Pos{Line: 1, Column: 1}, &p.scope, NoType)
		if e == nil {
			t.Errorf("%s: %v", c.text, p.errs)
			p.errs = nil
			continue
		}
		got, err := e.eval(v.env("main"))
		if err != nil || got.String() != c.want {
			t.Errorf("%s = %s, want %s; %v", c.text, got, c.want, err)
		}
		if s := e.root.String(); s != c.canonical {
			t.Errorf("%s is written %s, want %s", c.text, s, c.canonical)
		}
		if again, bad := parseExpr(c.canonical); bad != nil || again.String() != c.canonical {
			t.Errorf("%s is not read as it is written: %v %s", c.canonical, bad, again)
		}
	}
}

func TestFailingExpressions(t *testing.T) {
	v, p := exprScope(t)
	for _, c := range failing {
		e := p.expr(c.text, Pos{Line: 3, Column: 5}, &p.scope, NoType)
		if e == nil {
			t.Fatal(c.text, p.errs)
		}
		if _, err := e.eval(v.env("main")); err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "line 3, column") {
			t.Errorf("%s: %v, want %s", c.text, err, c.want)
		}
	}
}

func TestIllExpressions(t *testing.T) {
	_, p := exprScope(t)
	for _, c := range ill {
		p.errs = nil
		if e := p.expr(c.text, Pos{Line: 1, Column: 1}, &p.scope, NoType); e != nil || len(p.errs) == 0 || !strings.Contains(p.errs[0].Text, c.want) {
			t.Errorf("%s: %v, want %s", c.text, p.errs, c.want)
		}
	}
}

// TestWordsAreKnown holds that everything that Words lists can be spoken of.
func TestWordsAreKnown(t *testing.T) {
	for _, w := range Words() {
		known := functionNamed(w.Name) != nil || fieldNamed(w.Name) >= 0 || figureNamed(w.Name) >= 0
		used := false
		for _, c := range expressions {
			used = used || strings.Contains(c.text, w.Name)
		}
		if !known || !used && w.Name != "unplug" && w.Name != "cause" && w.Name != "causes" && w.Name != "us" && w.Name != "write" {
			t.Errorf("%s: known %v, in a test %v", w.Name, known, used)
		}
	}
}
