package handin

import (
	"encoding/csv"
	"strings"

	"blkplay/core/lesson"
)

// codeIn finds the code in a line: the line is the code, or it is a row of cells
// with commas, semicolons or tabs between them, one of which is. The other cells
// are the label.
func codeIn(line string, exercises []*lesson.Exercise) (label, code string) {
	if isCode(line, exercises) {
		return "", line
	}
	for _, separator := range []rune{'\t', ',', ';'} {
		if !strings.ContainsRune(line, separator) {
			continue
		}
		in := csv.NewReader(strings.NewReader(line))
		in.Comma, in.LazyQuotes, in.TrimLeadingSpace = separator, true, true
		cells, err := in.Read()
		if err != nil {
			continue
		}
		for i, cell := range cells {
			if isCode(cell, exercises) {
				var rest []string
				for j, other := range cells {
					if j != i && other != "" {
						rest = append(rest, other)
					}
				}
				return strings.Join(rest, " "), cell
			}
		}
	}
	return "", line
}

// isCode reports whether text begins as a code of one of the exercises does.
func isCode(text string, exercises []*lesson.Exercise) bool {
	for _, x := range exercises {
		if strings.Contains(text, "-") && strings.EqualFold(lesson.CodeName(text), x.Name) {
			return true
		}
	}
	return false
}
