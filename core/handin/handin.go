// Package handin reads what a class hands in: result codes, alone or in rows of a
// table, and sheets as JSON.
package handin

import (
	"bytes"
	"encoding/json"
	"strings"

	"blkplay/core/lesson"
)

// Item is a code or a sheet, and what stands beside it.
type Item struct {
	Label string
	Code  string
	Sheet *lesson.Sheet // nil: a code
}

// Graded is an item and what a re-run made of it.
type Graded struct {
	Label string
	lesson.Result
}

// Grade runs the item's variant again.
func (i *Item) Grade(g *lesson.Grader) Graded {
	if i.Sheet != nil {
		return Graded{i.Label, g.GradeSheet(i.Sheet)}
	}
	return Graded{i.Label, g.Grade(i.Code)}
}

// CSV returns a table with its head line.
func CSV(list []Graded) []byte {
	b := lesson.AppendCSVHead(nil)
	for i := range list {
		b = list[i].AppendCSV(b, list[i].Label)
	}
	return b
}

// JSON returns an array with one item a line.
func JSON(list []Graded) []byte {
	b := []byte("[\n")
	for i := range list {
		if b = list[i].AppendJSON(b, list[i].Label); i < len(list)-1 {
			b = append(b, ',')
		}
		b = append(b, '\n')
	}
	return append(b, "]\n"...)
}

// Read reads codes, one a line, alone or in a row of cells, or sheets as JSON. An
// empty line and one that begins with # say nothing. It fails only at JSON: a line
// that is no code is an item that no exercise knows.
func Read(text []byte, exercises []*lesson.Exercise) (list []Item, err error) {
	if start := bytes.TrimSpace(text); len(start) > 0 && (start[0] == '{' || start[0] == '[') {
		return sheetsOf(start)
	}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
		if line == "" || line[0] == '#' {
			continue
		}
		label, code := codeIn(line, exercises)
		list = append(list, Item{Label: label, Code: code})
	}
	return list, nil
}

// sheetsOf reads sheets as lesson.Sheet.AppendJSON writes them: one, several one
// behind the other, or an array.
func sheetsOf(text []byte) (list []Item, err error) {
	in := json.NewDecoder(bytes.NewReader(text))
	for in.More() {
		var raw json.RawMessage
		if err := in.Decode(&raw); err != nil {
			return nil, err
		}
		objects := []json.RawMessage{raw}
		if raw[0] == '[' {
			if err := json.Unmarshal(raw, &objects); err != nil {
				return nil, err
			}
		}
		for _, object := range objects {
			var s struct {
				Label    string
				Exercise string
				Digest   string
				Seed     uint64
				Person   string
				Answers  []struct {
					Question, Answer string
					Claim            bool
				}
			}
			if err := json.Unmarshal(object, &s); err != nil {
				return nil, err
			}
			sheet := &lesson.Sheet{Exercise: s.Exercise, Digest: s.Digest, Seed: s.Seed, Person: s.Person}
			for _, a := range s.Answers {
				sheet.Given = append(sheet.Given, lesson.Given(a))
			}
			list = append(list, Item{Label: s.Label, Sheet: sheet})
		}
	}
	return list, nil
}
