package lesson

import "strings"

// nodeKind is what a node of an expression does.
type nodeKind uint8

const (
	literalNode  nodeKind = iota // value
	nameNode                     // text: a parameter, a let, a loop's variable or an event's field
	settingNode                  // run, text: a property of a run
	callNode                     // run, text, args
	selectorNode                 // text as written, args: the where-expression, if any; the first argument of a call
	listNode                     // args
	indexNode                    // args[0][args[1]]
	unaryNode                    // text: not or -
	binaryNode                   // text: the sign
)

// node is a parsed expression.
type node struct {
	kind  nodeKind
	typ   Type
	at    int // bytes from the expression's start
	text  string
	run   string // the run a call or a property is of; "" for the one asked about
	value Value
	args  []*node
	kinds []bool // selectorNode: by trace.Kind
	id    int    // which property, or which field of an event
	field bool   // nameNode: an event's field
}

// exprParser reads one expression. Its grammar, weakest first:
//
//	or = and {"or" and}          and = not {"and" not}      not = "not" not | comparison
//	comparison = sum [= != < <= > >= sum]
//	sum = product {+|- product}  product = unary {*|/|% unary}  unary = "-" unary | place
//	place = primary {"[" or "]"}
//	primary = number | time | "word" | list | "(" or ")" | name | [run "."] property
//	        | [run "."] function "(" [or {"," or}] ")"
//	        | [run "."] function "(" ACTION {"|" ACTION} ["where" or] ")"
type exprParser struct {
	lex   lexer
	tok   token
	depth int
	fault *fault
}

// fault is what is wrong in an expression and where, in bytes from its start.
type fault struct {
	at   int
	text string
}

// depthMax bounds the nesting of an expression from anybody.
const depthMax = 60

// parseExpr reads text as one expression, not yet checked for names and types.
func parseExpr(text string) (*node, *fault) {
	p := exprParser{lex: lexer{text: text}}
	p.step()
	n := p.or()
	if p.fault == nil && p.tok.kind != endToken {
		p.fail("there is more behind the expression")
	}
	return n, p.fault
}

func (p *exprParser) step() {
	p.tok = p.lex.next()
	if p.lex.bad != "" && p.fault == nil {
		p.fault = &fault{p.lex.at, p.lex.bad}
		p.tok = token{kind: endToken, at: p.lex.at}
	}
}

func (p *exprParser) fail(text string) *node {
	if p.fault == nil {
		p.fault = &fault{p.tok.at, text}
	}
	p.tok = token{kind: endToken, at: p.tok.at}
	return &node{kind: literalNode, at: p.tok.at}
}

func (p *exprParser) take(kind tokenKind, text string) bool {
	if p.tok.kind != kind || p.tok.text != text {
		return false
	}
	p.step()
	return true
}

func (p *exprParser) want(text, before string) {
	if !p.take(signToken, text) {
		p.fail(quote(text) + " is missing " + before)
	}
}

func (p *exprParser) left(below func() *node, kind tokenKind, words ...string) *node {
	n := below()
	for {
		at, found := p.tok.at, ""
		for _, w := range words {
			if p.take(kind, w) {
				found = w
				break
			}
		}
		if found == "" {
			return n
		}
		n = &node{kind: binaryNode, at: at, text: found, args: []*node{n, below()}}
	}
}

func (p *exprParser) or() *node {
	if p.depth++; p.depth > depthMax {
		return p.fail("the expression is nested too deeply")
	}
	n := p.left(p.and, nameToken, "or")
	p.depth--
	return n
}

func (p *exprParser) and() *node { return p.left(p.not, nameToken, "and") }

func (p *exprParser) not() *node {
	at := p.tok.at
	if p.take(nameToken, "not") {
		if p.depth++; p.depth > depthMax {
			return p.fail("the expression is nested too deeply")
		}
		n := &node{kind: unaryNode, at: at, text: "not", args: []*node{p.not()}}
		p.depth--
		return n
	}
	return p.comparison()
}

func (p *exprParser) comparison() *node {
	n := p.sum()
	at := p.tok.at
	for _, sign := range [...]string{"=", "!=", "<=", ">=", "<", ">"} {
		if p.take(signToken, sign) {
			return &node{kind: binaryNode, at: at, text: sign, args: []*node{n, p.sum()}}
		}
	}
	return n
}

func (p *exprParser) sum() *node     { return p.left(p.product, signToken, "+", "-") }
func (p *exprParser) product() *node { return p.left(p.unary, signToken, "*", "/", "%") }

func (p *exprParser) unary() *node {
	at := p.tok.at
	if p.take(signToken, "-") {
		if p.depth++; p.depth > depthMax {
			return p.fail("the expression is nested too deeply")
		}
		n := &node{kind: unaryNode, at: at, text: "-", args: []*node{p.unary()}}
		p.depth--
		return n
	}
	return p.place()
}

func (p *exprParser) place() *node {
	n := p.primary()
	for p.tok.kind == signToken && p.tok.text == "[" {
		at := p.tok.at
		p.step()
		n = &node{kind: indexNode, at: at, args: []*node{n, p.or()}}
		p.want("]", "behind the place in a list")
	}
	return n
}

func (p *exprParser) primary() *node {
	t := p.tok
	switch t.kind {
	case numberToken:
		p.step()
		return &node{kind: literalNode, at: t.at, text: t.text, value: number(t.n)}
	case timeToken:
		p.step()
		return &node{kind: literalNode, at: t.at, text: t.text, value: nanos(t.n)}
	case wordToken:
		p.step()
		return &node{kind: literalNode, at: t.at, text: `"` + t.text + `"`, value: word(t.text)}
	case nameToken:
		return p.name()
	case signToken:
		switch t.text {
		case "(":
			p.step()
			n := p.or()
			p.want(")", "behind the bracket's expression")
			return n
		case "[":
			p.step()
			return &node{kind: listNode, at: t.at, args: p.arguments("]")}
		}
		return p.fail(quote(t.text) + " stands where a number, a name or a bracket is wanted")
	}
	return p.fail("the expression ends where a number, a name or a bracket is wanted")
}

// name reads what begins with a name.
func (p *exprParser) name() *node {
	n := &node{kind: nameNode, at: p.tok.at, text: p.tok.text}
	p.step()
	if p.take(signToken, ".") {
		n.run = n.text
		n.kind, n.text, n.at = settingNode, p.tok.text, p.tok.at
		if p.tok.kind != nameToken {
			return p.fail("behind " + quote(n.run+".") + " stands a property or a function of that run")
		}
		p.step()
	}
	if !p.take(signToken, "(") {
		return n
	}
	n.kind = callNode
	if f := functionNamed(n.text); f != nil && f.selects {
		n.args = []*node{p.selector()}
		p.want(")", "behind the events of "+n.text)
		return n
	}
	n.args = p.arguments(")")
	return n
}

// arguments reads what stands between brackets, and the closing one.
func (p *exprParser) arguments(end string) (args []*node) {
	if p.take(signToken, end) {
		return nil
	}
	for p.fault == nil {
		args = append(args, p.or())
		if !p.take(signToken, ",") {
			break
		}
	}
	p.want(end, "at the end of the list")
	return args
}

// selector reads ACTION {"|" ACTION} ["where" EXPR].
func (p *exprParser) selector() *node {
	n := &node{kind: selectorNode, at: p.tok.at, kinds: make([]bool, kindsMax)}
	var words []string
	for p.fault == nil {
		if p.tok.kind != nameToken || !selectKind(n.kinds, p.tok.text) {
			return p.fail(quote(p.tok.text) + " is no action; possible are blkparse's letters, as in D, and " +
				"the names of records, as in plug-off")
		}
		words = append(words, p.tok.text)
		p.step()
		if !p.take(signToken, "|") {
			break
		}
	}
	n.text = strings.Join(words, "|")
	if p.take(nameToken, "where") {
		n.args = []*node{p.or()}
	}
	return n
}
