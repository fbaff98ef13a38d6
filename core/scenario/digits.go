package scenario

// Numbers and quotes as scenarios need them: strconv's own bring tables and
// errors that weigh as much as a kernel's path.

// parseInt reads a decimal number with or without a sign; not ok if text is none,
// or beyond 64 bits.
func parseInt(text string) (v int64, ok bool) {
	if !digits(text) {
		return 0, false
	}
	sign := text[0]
	if sign == '-' || sign == '+' {
		text = text[1:]
	}
	u, ok := parseUint(text)
	switch {
	case sign == '-' && u <= 1<<63:
		return -int64(u), ok
	case u < 1<<63:
		return int64(u), ok
	}
	return 0, false
}

// parseUint reads decimal digits; not ok if text is anything else, or beyond 64 bits.
func parseUint(text string) (v uint64, ok bool) {
	for i := range len(text) {
		d := uint64(text[i] - '0')
		if d > 9 || v > (1<<64-1-d)/10 {
			return 0, false
		}
		v = v*10 + d
	}
	return v, text != ""
}

// digits reports whether s is a decimal number, with or without a sign.
func digits(s string) bool {
	if len(s) > 1 && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	for i := range len(s) {
		if s[i]-'0' > 9 {
			return false
		}
	}
	return s != ""
}

// quote puts word in quotes for a message, cut if it is long. What is no visible
// ASCII is told as bytes: \x0a.
func quote(word string) string {
	const longest = 40
	rest := ""
	if len(word) > longest {
		word, rest = word[:longest], "..."
	}
	b := []byte{'"'}
	for i := range len(word) {
		switch c := word[i]; {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c < ' ' || c > '~':
			const hex = "0123456789abcdef"
			b = append(b, '\\', 'x', hex[c>>4], hex[c&15])
		default:
			b = append(b, c)
		}
	}
	return string(append(append(b, rest...), '"'))
}
