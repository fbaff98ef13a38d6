package main

import (
	"os"
	"regexp"
	"strings"
)

var (
	// wordsUsed is a group of words that a script names, and perhaps one word of it.
	wordsUsed = regexp.MustCompile(`\bstrings\.(\w+)(?:\.(\w+))?`)
	comment   = regexp.MustCompile(`(?m)//.*$|(?s:/\*.*?\*/)`)
	picked    = regexp.MustCompile(`(?m)^\s*const \{([\w, ]+)\} = strings\.(\w+);`)
	alias     = regexp.MustCompile(`(?m)^\s*const (\w+) = strings\.(\w+);`)
	// group begins a group in a table of web/strings, word is a word on one line.
	group = regexp.MustCompile(`^  (\w+): [{\[].*$`)
	word  = regexp.MustCompile(`^    (?:(\w+)|'[^']+'): .*,( //.*)?$`)
)

// words are those of web/strings that a bundle uses: by group, and in it by
// word; a group that is taken as a whole has nil.
type words map[string]map[string]bool

// wordsOf looks through a bundle's scripts.
func wordsOf(files []string) (words, error) {
	used := words{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		used.look(string(text))
	}
	return used, nil
}

// look notes what a script names: strings.GROUP.WORD, or by another name for the
// group, const g = strings.GROUP. A name that stands alone may mean any word.
func (w words) look(script string) {
	script = comment.ReplaceAllString(script, "")
	for _, m := range picked.FindAllStringSubmatch(script, -1) {
		script = strings.Replace(script, m[0], "", 1)
		for name := range strings.SplitSeq(m[1], ",") {
			w.note(m[2], strings.TrimSpace(name))
		}
	}
	for _, m := range alias.FindAllStringSubmatch(script, -1) {
		script = strings.Replace(script, m[0], "", 1)
		name := regexp.MustCompile(`\b` + m[1] + `\b(\??\.(\w+))?`)
		for _, use := range name.FindAllStringSubmatch(script, -1) {
			w.note(m[2], use[2])
		}
	}
	for _, m := range wordsUsed.FindAllStringSubmatch(script, -1) {
		w.note(m[1], m[2])
	}
}

func (w words) note(group, word string) {
	in, seen := w[group]
	switch {
	case word == "":
		w[group] = nil
	case !seen:
		w[group] = map[string]bool{word: true}
	case in != nil:
		in[word] = true
	}
}

// only returns the source of a table without the words that are not used. It
// reads the tables as they are written: a group a block, a word a line.
func (w words) only(table string) string {
	if m := tableName.FindStringSubmatch(table); m != nil && w.has(m[1]) && !strings.Contains(table, "\n  "+m[1]+": {") {
		in := w[m[1]] // a group by itself
		if in == nil {
			return table
		}
		w = words{}
		for name := range in {
			w[name] = nil
		}
	}
	var out strings.Builder
	lines := strings.Split(table, "\n")
	for i := 0; i < len(lines); i++ {
		m := group.FindStringSubmatch(lines[i])
		oneLine := m != nil && !strings.HasSuffix(lines[i], "{") && !strings.HasSuffix(lines[i], "[")
		if m == nil {
			if m := plain.FindStringSubmatch(lines[i]); m != nil && !w.has(m[1]) {
				continue
			}
			out.WriteString(lines[i] + "\n")
			continue
		}
		in, used := w[m[1]]
		if oneLine {
			if used {
				out.WriteString(lines[i] + "\n")
			}
			continue
		}
		for first := true; ; first = false {
			line := lines[i]
			last := !first && strings.HasPrefix(line, "  }") || strings.HasPrefix(line, "  ]")
			if m := word.FindStringSubmatch(line); used && (m == nil || in == nil || in[m[1]] || strings.HasSuffix(line, "{")) {
				out.WriteString(line + "\n")
			}
			if last {
				break
			}
			i++
		}
	}
	return out.String()
}

// tableName is what a table is exported as.
var tableName = regexp.MustCompile(`(?m)^export const (\w+)`)

// plain is a word that stands in no group.
var plain = regexp.MustCompile(`^  (\w+): ['"` + "`" + `].*,( //.*)?$`)

func (w words) has(name string) bool {
	_, ok := w[name]
	return ok
}
