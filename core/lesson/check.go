package lesson

// scope is what names mean where an expression stands.
type scope struct {
	names  []named // parameters, lets, loops' variables
	runs   []string
	onRun  bool // bare functions and properties have a run to be of
	events bool // inside a where
}

// named is a name with its type.
type named struct {
	name string
	typ  Type
}

func (s *scope) lookup(name string) (Type, bool) {
	for i := len(s.names) - 1; i >= 0; i-- {
		if s.names[i].name == name {
			return s.names[i].typ, true
		}
	}
	return NoType, false
}

// typer checks names and types of an expression and notes them in its nodes.
type typer struct {
	scope *scope
	fault *fault
}

// check types n; want is the type it must have, NoType for any.
func (s *scope) check(n *node, want Type) *fault {
	t := typer{scope: s}
	got := t.typeOf(n)
	if t.fault == nil && want != NoType && got != want {
		t.fail(n, "this is "+got.String()+"; "+want.String()+" is wanted here")
	}
	return t.fault
}

func (t *typer) fail(n *node, text string) Type {
	if t.fault == nil {
		t.fault = &fault{n.at, text}
	}
	return NoType
}

func (t *typer) typeOf(n *node) Type {
	if t.fault != nil {
		return NoType
	}
	n.typ = t.find(n)
	return n.typ
}

func (t *typer) find(n *node) Type {
	switch n.kind {
	case literalNode:
		return n.value.Type
	case nameNode:
		return t.name(n)
	case settingNode:
		return t.property(n)
	case callNode:
		return t.call(n)
	case listNode:
		return t.listOf(n)
	case indexNode:
		element, ok := t.typeOf(n.args[0]).List()
		if !ok {
			return t.fail(n, "only a list has places, and this is "+n.args[0].typ.String())
		}
		if t.typeOf(n.args[1]) != Int {
			return t.fail(n.args[1], "a place in a list is a number, from 1")
		}
		return element
	case unaryNode:
		of := t.typeOf(n.args[0])
		if n.text == "not" && of != Bool || n.text == "-" && of != Int && of != Time {
			return t.fail(n, quote(n.text)+" does not go with "+of.String())
		}
		return of
	case binaryNode:
		return t.binary(n, t.typeOf(n.args[0]), t.typeOf(n.args[1]))
	}
	return t.fail(n, "events stand only in the brackets of a function that takes them")
}

// name finds an event's field, a parameter, a let, or a property of the run asked about.
func (t *typer) name(n *node) Type {
	if i := fieldNamed(n.text); i >= 0 && t.scope.events {
		n.id, n.field = i, true
		return fields[i].typ
	}
	if typ, ok := t.scope.lookup(n.text); ok {
		return typ
	}
	if _, ok := settingNamed(n.text); ok || figureNamed(n.text) >= 0 {
		n.kind = settingNode
		return t.property(n)
	}
	if fieldNamed(n.text) >= 0 {
		return t.fail(n, quote(n.text)+" belongs to an event, in a where")
	}
	var words []string
	for _, x := range t.scope.names {
		words = append(words, x.name)
	}
	return t.fail(n, quote(n.text)+" is not known"+didYouMean(n.text, words))
}

func (t *typer) run(n *node) bool {
	if n.run == "" {
		if !t.scope.onRun {
			t.fail(n, quote(n.text)+" is of a run, and there is none here")
		}
		return t.scope.onRun
	}
	for _, r := range t.scope.runs {
		if r == n.run {
			return true
		}
	}
	t.fail(n, "there is no run "+quote(n.run)+didYouMean(n.run, t.scope.runs))
	return false
}

func (t *typer) property(n *node) Type {
	if !t.run(n) {
		return NoType
	}
	n.id = figureNamed(n.text)
	if n.id >= 0 {
		return figures[n.id].typ
	}
	typ, ok := settingNamed(n.text)
	if !ok {
		var words []string
		for i := range figures {
			words = append(words, figures[i].name)
		}
		return t.fail(n, quote(n.text)+" is neither a setting nor a figure of a run"+didYouMean(n.text, words))
	}
	return typ
}

func (t *typer) listOf(n *node) Type {
	if len(n.args) == 0 {
		return t.fail(n, "a list has at least one element")
	}
	of := t.typeOf(n.args[0])
	for _, a := range n.args[1:] {
		if other := t.typeOf(a); t.fault == nil && other != of {
			return t.fail(a, "the elements of a list are alike; the first is "+of.String()+", this is "+other.String())
		}
	}
	if _, nested := of.List(); nested {
		return t.fail(n, "a list of lists is not possible")
	}
	return ListOf(of)
}

func (t *typer) binary(n *node, a, b Type) Type {
	if t.fault != nil {
		return NoType
	}
	no := func() Type {
		return t.fail(n, quote(n.text)+" does not go with "+a.String()+" and "+b.String())
	}
	switch n.text {
	case "and", "or":
		if a != Bool || b != Bool {
			return no()
		}
		return Bool
	case "=", "!=":
		if a != b {
			return no()
		}
		t.words(n)
		return Bool
	case "<", "<=", ">", ">=":
		if _, isList := a.List(); a != b || isList || a == Bool {
			return no()
		}
		return Bool
	case "+", "-":
		if a != b || a != Int && a != Time {
			return no()
		}
		return a
	case "*":
		if a == Time && b == Int || a == Int && b == Time {
			return Time
		}
	case "/":
		if a == Time && b == Int {
			return Time
		}
		if a == Time && b == Time {
			return Int
		}
	case "%":
		if a == Time && b == Time {
			return Time
		}
	}
	if a != Int || b != Int {
		return no()
	}
	return Int
}

// words refuses a comparison of a cause with what is none.
func (t *typer) words(n *node) {
	for i := range n.args {
		field, literal := n.args[i], n.args[1-i]
		if field.field && (field.text == "cause" || field.text == "unplug") &&
			literal.kind == literalNode && !causeKnown(literal.value.Word) {
			t.fail(literal, quote(literal.value.Word)+" is no cause")
		}
	}
}
