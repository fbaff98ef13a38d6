package scenario

import "strconv"

// Error is what is wrong with a scenario, and where.
type Error struct {
	Pos         // the zero Pos: nowhere in particular
	Text string // what was found and what would be right
}

// Error returns "line 4, column 3: ...".
func (e Error) Error() string {
	if e.Line == 0 {
		return e.Text
	}
	return "line " + strconv.Itoa(e.Line) + ", column " + strconv.Itoa(e.Column) + ": " + e.Text
}

// Errors is what is wrong with a scenario, in order of place; never empty as an error.
type Errors []Error

// Error returns the errors, one a line.
func (list Errors) Error() string {
	var b []byte
	for i, e := range list {
		if i > 0 {
			b = append(b, '\n')
		}
		b = append(b, e.Error()...)
	}
	return string(b)
}

// err returns nil for an empty list, so that no empty Errors becomes an error.
func (list Errors) err() error {
	if len(list) == 0 {
		return nil
	}
	return list
}

// oneOf says which words are possible, and the one probably meant.
func oneOf(found string, words []string) string {
	if near := nearest(found, words); near != "" {
		return "; did you mean " + near + "? Possible here: " + join(words)
	}
	return "; possible here: " + join(words)
}

func join(words []string) string {
	s := ""
	for i, w := range words {
		if i > 0 {
			s += ", "
		}
		s += w
	}
	return s
}

// nearest returns the word that is found but for a slip or two, "" if none is.
func nearest(found string, words []string) string {
	best, least := "", len(found)/3+2
	for _, w := range words {
		if d := distance(found, w); d < least {
			best, least = w, d
		}
	}
	return best
}

// distance is Levenshtein's, for short words.
func distance(a, b string) int {
	if len(a) > 40 || len(b) > 40 {
		return 40
	}
	var row [41]int
	for j := range len(b) + 1 {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
