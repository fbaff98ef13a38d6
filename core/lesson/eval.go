package lesson

import "slices"

// env is what an expression is evaluated in. The first failure stays in bad.
type env struct {
	names []binding
	runs  func(name string) *result // the run of that name; "" is the one asked about
	event *event                    // inside a where
	bad   *fault
	steps int // nodes evaluated
}

// binding is a name and what it stands for.
type binding struct {
	name  string
	value Value
}

// stepsMax bounds the work of one expression: a where over a long trace.
const stepsMax = 4_000_000

func (v *env) fail(n *node, text string) Value {
	if v.bad == nil {
		v.bad = &fault{n.at, text}
	}
	return Value{Type: n.typ}
}

func (v *env) lookup(name string) (Value, bool) {
	for i := len(v.names) - 1; i >= 0; i-- {
		if v.names[i].name == name {
			return v.names[i].value, true
		}
	}
	return Value{}, false
}

// eval returns what n gives. After a failure it gives zero values.
//
// Preconditions: n was checked in a scope like this one.
func (v *env) eval(n *node) Value {
	if v.bad != nil {
		return Value{Type: n.typ}
	}
	if v.steps++; v.steps > stepsMax {
		return v.fail(n, "the expression takes too long")
	}
	switch n.kind {
	case literalNode:
		return n.value
	case nameNode:
		if n.field {
			return v.event.field(n.id)
		}
		if x, ok := v.lookup(n.text); ok {
			return x
		}
		return v.fail(n, quote(n.text)+" is not known")
	case settingNode:
		return v.property(n)
	case callNode:
		return v.call(n)
	case listNode:
		x := Value{Type: n.typ}
		for _, a := range n.args {
			x.List = append(x.List, v.eval(a))
		}
		return x
	case indexNode:
		of, at := v.eval(n.args[0]), v.eval(n.args[1])
		if v.bad == nil && (at.N < 1 || at.N > int64(len(of.List))) {
			return v.fail(n, "the list has "+plural(len(of.List), "element")+", there is no number "+at.String())
		}
		if v.bad != nil {
			return Value{Type: n.typ}
		}
		return of.List[at.N-1]
	case unaryNode:
		x := v.eval(n.args[0])
		if n.text == "not" {
			return truth(!x.true())
		}
		x.N = -x.N
		return x
	}
	return v.binary(n)
}

func (v *env) property(n *node) Value {
	r := v.run(n)
	if r == nil {
		return Value{Type: n.typ}
	}
	if n.id >= 0 {
		return r.figure(n.id)
	}
	x, ok := r.setting(n.text)
	if !ok {
		return v.fail(n, "this run has no "+n.text)
	}
	return x
}

func (v *env) run(n *node) *result {
	if v.runs == nil {
		v.fail(n, "there is no run here")
		return nil
	}
	r := v.runs(n.run)
	if r == nil {
		v.fail(n, "there is no run here")
		return nil
	}
	if r.err != nil {
		v.fail(n, "the run failed: "+r.err.Error())
		return nil
	}
	return r
}

func (v *env) binary(n *node) Value {
	a := v.eval(n.args[0])
	switch n.text { // what the left side decides alone
	case "and":
		if !a.true() {
			return truth(false)
		}
		return v.eval(n.args[1])
	case "or":
		if a.true() {
			return truth(true)
		}
		return v.eval(n.args[1])
	}
	b := v.eval(n.args[1])
	if v.bad != nil {
		return Value{Type: n.typ}
	}
	x := Value{Type: n.typ}
	switch n.text {
	case "=":
		return truth(equal(&a, &b))
	case "!=":
		return truth(!equal(&a, &b))
	case "<":
		return truth(less(&a, &b))
	case "<=":
		return truth(!less(&b, &a))
	case ">":
		return truth(less(&b, &a))
	case ">=":
		return truth(!less(&a, &b))
	case "+":
		x.N = a.N + b.N
	case "-":
		x.N = a.N - b.N
	case "*":
		x.N = a.N * b.N
	case "/", "%":
		if b.N == 0 {
			return v.fail(n, "a division by 0")
		}
		if x.N = a.N / b.N; n.text == "%" {
			x.N = a.N % b.N
		}
	}
	return x
}

func (v *env) call(n *node) Value {
	f := functionNamed(n.text)
	if f.selects {
		r := v.run(n)
		if r == nil {
			return Value{Type: n.typ}
		}
		return r.selected(v, n)
	}
	if f.name == "if" {
		if cond := v.eval(n.args[0]); v.bad == nil && cond.true() {
			return v.eval(n.args[1])
		}
		return v.eval(n.args[2])
	}
	args := make([]Value, len(n.args))
	for i, a := range n.args {
		args[i] = v.eval(a)
	}
	if v.bad != nil {
		return Value{Type: n.typ}
	}
	switch f.name {
	case "ioc", "ioc_first":
		if r := v.run(n); r != nil {
			if x, ok := r.counters(args[0].Word, f.name == "ioc_first"); ok {
				return x
			}
			return v.fail(n, "no io_context was seen at "+quote(args[0].Word))
		}
		return Value{Type: n.typ}
	case "by":
		return truth(v.event.ledBy(args[0].Word))
	}
	return v.plain(n, args)
}

// plain evaluates a function that looks at its arguments only.
func (v *env) plain(n *node, args []Value) Value {
	x := args[0]
	items := x.List
	switch n.text {
	case "max", "min":
		if len(args) > 1 {
			items = args
		}
		if len(items) == 0 {
			return v.fail(n, n.text+" of an empty list")
		}
		best := items[0]
		for i := range items {
			if n.text == "max" && less(&best, &items[i]) || n.text == "min" && less(&items[i], &best) {
				best = items[i]
			}
		}
		return best
	case "sum":
		total := Value{Type: n.typ}
		for i := range items {
			total.N += items[i].N
		}
		return total
	case "len":
		return number(int64(len(items)))
	case "last":
		if len(items) == 0 {
			return v.fail(n, "the list is empty and has no last element")
		}
		return items[len(items)-1]
	case "part":
		to := max(0, min(args[2].N, int64(len(items))))
		from := max(0, min(args[1].N-1, to))
		return Value{Type: n.typ, List: items[from:to]}
	case "position":
		for i := range items {
			if equal(&items[i], &args[1]) {
				return number(int64(i + 1))
			}
		}
		return number(0)
	case "sorted":
		x.List = slices.Clone(items)
		slices.SortStableFunc(x.List, func(a, b Value) int {
			if less(&a, &b) {
				return -1
			} else if less(&b, &a) {
				return 1
			}
			return 0
		})
		return x
	case "distinct":
		x.List = nil
		for i := range items {
			if !slices.ContainsFunc(x.List, func(y Value) bool { return equal(&items[i], &y) }) {
				x.List = append(x.List, items[i])
			}
		}
		return x
	case "abs":
		x.N = max(x.N, -x.N)
		return x
	case "ms":
		return nanos(x.N * 1_000_000)
	case "us":
		return nanos(x.N * 1_000)
	}
	panic("lesson: function " + n.text + " is not evaluated")
}
