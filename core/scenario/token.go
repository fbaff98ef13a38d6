package scenario

// token is a word of a line; column counts from 1.
type token struct {
	text   string
	column int
}

// source is a line of the text: its words and its comment.
type source struct {
	words   []token
	comment string // from the # on, without blanks at its end; "" for none
	column  int    // of the comment
}

// bad is what stops a line from being read.
type bad struct {
	column int
	text   string
}

// scanLine cuts text into words, into line. Words are of visible ASCII; a # that
// begins a word begins a comment, which may hold anything.
func scanLine(line *source, text string) (wrong *bad) {
	*line = source{words: line.words[:0]}
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == ' ' || c == '\t' || c == '\r':
			i++
		case c == '#':
			line.comment, line.column = trimRight(text[i:]), i+1
			return nil
		default:
			from := i
			for i < len(text) && text[i] != ' ' && text[i] != '\t' && text[i] != '\r' {
				if text[i] < '!' || text[i] > '~' {
					return &bad{i + 1, "this byte is neither a blank nor visible ASCII (comments may hold anything)"}
				}
				i++
			}
			line.words = append(line.words, token{text[from:i], from + 1})
		}
	}
	return nil
}

func trimRight(s string) string {
	for len(s) > 0 && (s[len(s)-1] == ' ' || s[len(s)-1] == '\t' || s[len(s)-1] == '\r') {
		s = s[:len(s)-1]
	}
	return s
}

// cutLine returns the first line of text, without its newline, and the rest.
func cutLine(text string) (line, rest string) {
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			return text[:i], text[i+1:]
		}
	}
	return text, ""
}

// cutAt splits word at the first sep.
func cutAt(word string, sep byte) (before, after string, found bool) {
	for i := 0; i < len(word); i++ {
		if word[i] == sep {
			return word[:i], word[i+1:], true
		}
	}
	return word, "", false
}
