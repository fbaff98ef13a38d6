package lesson

// String returns the expression in its canonical form.
func (n *node) String() string { return string(n.append(nil, 0)) }

// strengths of the signs: what is weaker stands in brackets.
func strength(n *node) int {
	switch n.kind {
	case binaryNode:
		switch n.text {
		case "or":
			return 1
		case "and":
			return 2
		case "+", "-":
			return 5
		case "*", "/", "%":
			return 6
		}
		return 4
	case unaryNode:
		if n.text == "not" {
			return 3
		}
		return 7
	}
	return 9
}

func (n *node) append(b []byte, around int) []byte {
	own := strength(n)
	if own < around {
		b = append(b, '(')
	}
	switch n.kind {
	case binaryNode:
		leftOf := own
		if own == 4 { // comparisons do not chain
			leftOf = 5
		}
		b = n.args[0].append(b, leftOf)
		b = append(append(append(b, ' '), n.text...), ' ')
		return n.closed(n.args[1].append(b, own+1), own < around)
	case unaryNode:
		b = append(b, n.text...)
		if n.text == "not" {
			b = append(b, ' ')
		}
		return n.closed(n.args[0].append(b, own), own < around)
	case listNode:
		return append(appendArgs(append(b, '['), n.args), ']')
	case indexNode:
		b = n.args[0].append(b, 9)
		return append(n.args[1].append(append(b, '['), 0), ']')
	case selectorNode:
		b = append(b, n.text...)
		if len(n.args) > 0 {
			b = n.args[0].append(append(b, " where "...), 0)
		}
		return b
	}
	if n.run != "" {
		b = append(append(b, n.run...), '.')
	}
	b = append(b, n.text...)
	if n.kind == callNode {
		b = append(appendArgs(append(b, '('), n.args), ')')
	}
	return b
}

// closed closes the bracket that append opened.
func (n *node) closed(b []byte, bracket bool) []byte {
	if bracket {
		b = append(b, ')')
	}
	return b
}

func appendArgs(b []byte, args []*node) []byte {
	for i, a := range args {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = a.append(b, 0)
	}
	return b
}
