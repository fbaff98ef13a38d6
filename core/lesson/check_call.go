package lesson

func (t *typer) call(n *node) Type {
	f := functionNamed(n.text)
	if f == nil {
		var words []string
		for i := range functions {
			words = append(words, functions[i].name)
		}
		return t.fail(n, quote(n.text)+" is no function"+didYouMean(n.text, words))
	}
	if n.run != "" && !f.ofRun {
		return t.fail(n, quote(n.text)+" is not of a run")
	}
	if f.ofRun && !t.run(n) {
		return NoType
	}
	if f.selects {
		return t.selector(n, f.typ)
	}
	for _, a := range n.args {
		t.typeOf(a)
	}
	if t.fault != nil {
		return NoType
	}
	return t.arguments(n, f)
}

func (t *typer) selector(n *node, gives Type) Type {
	where := n.args[0].args
	if len(where) == 0 {
		return gives
	}
	inner := *t.scope
	inner.events = true
	if bad := inner.check(where[0], Bool); bad != nil {
		t.fault = bad
		return NoType
	}
	return gives
}

// arguments checks how many arguments a function has and of what types.
func (t *typer) arguments(n *node, f *function) Type {
	args := n.args
	want := func(count int, types ...Type) bool {
		if len(args) != count {
			t.fail(n, f.name+" takes "+plural(count, "argument"))
			return false
		}
		for i, typ := range types {
			if args[i].typ != typ {
				t.fail(args[i], f.name+" takes "+typ.String()+" here, and this is "+args[i].typ.String())
				return false
			}
		}
		return true
	}
	element := func() Type {
		if len(args) == 0 {
			t.fail(n, f.name+" takes a list")
			return NoType
		}
		e, ok := args[0].typ.List()
		if !ok {
			t.fail(args[0], f.name+" takes a list, and this is "+args[0].typ.String())
		}
		return e
	}
	switch f.name {
	case "ioc", "ioc_first":
		want(1, Word)
	case "by":
		if !t.scope.events {
			return t.fail(n, "by stands only in a where")
		}
		if want(1, Word) && (args[0].kind != literalNode ||
			!causeKnown(args[0].value.Word) && !selectKind(make([]bool, kindsMax), args[0].value.Word)) {
			return t.fail(args[0], "by takes the name of a cause or of a record, in quotes")
		}
	case "max", "min":
		if len(args) > 1 {
			for _, a := range args {
				if a.typ != args[0].typ || a.typ != Int && a.typ != Time {
					return t.fail(a, f.name+" takes numbers, or times")
				}
			}
			return args[0].typ
		}
		return element()
	case "sum":
		if e := element(); e == Bool {
			return Int
		} else {
			return e
		}
	case "len":
		element()
	case "last":
		return element()
	case "part":
		if e := element(); t.fault == nil && want(3, ListOf(e), Int, Int) {
			return ListOf(e)
		}
	case "position":
		if e := element(); t.fault == nil {
			want(2, ListOf(e), e)
		}
	case "sorted", "distinct":
		return ListOf(element())
	case "abs":
		if want(1) && args[0].typ != Int && args[0].typ != Time {
			return t.fail(args[0], "abs takes a number or a time")
		}
		if len(args) == 1 {
			return args[0].typ
		}
	case "ms", "us":
		want(1, Int)
	case "if":
		if want(3, Bool) && args[1].typ != args[2].typ {
			return t.fail(args[2], "both sides of an if are alike; the first is "+args[1].typ.String()+", this is "+args[2].typ.String())
		}
		if len(args) == 3 {
			return args[1].typ
		}
	}
	return f.typ
}
