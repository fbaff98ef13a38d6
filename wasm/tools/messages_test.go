package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// messagesFile lists every text that a page may have to say of its own accord: what
// the packages behind it build out of literals. The page has each in its second
// language; web/strings/messages.test.ts holds it to that.
const messagesFile = "testdata/messages.txt"

// messagePackages are those whose texts reach a reader as they are.
var messagePackages = []string{
	"core", "core/conform", "core/difference", "core/export", "core/fio", "core/handin", "core/lesson", "core/replay", "core/scenario", "core/sweep",
	"core/trace/blkparse", "core/trace/blktrace", "core/trace/gunzip", "core/trace/iolog", "wasm/tools",
}

// notMessages are files whose texts are formats of their own, what only the command
// line prints, or what the page has under a key.
var notMessages = map[string]bool{
	"core/conform/diff.go":                true, // events side by side
	"core/conform/outcome.go":             true,
	"core/conform/reader.go":              true, // "line %d: %w", which others say too
	"core/conform/run.go":                 true, // a panic
	"core/conform/tally.go":               true, // the command line's
	"core/difference/lacks.go":            true, // by key: strings' beside.unknown
	"core/difference/text.go":             true, // the command line's
	"core/export/follow.go":               true, // titles inside of files
	"core/export/run.go":                  true,
	"core/lesson/bits.go":                 true, // codes
	"core/lesson/expr_text.go":            true, // expressions
	"core/lesson/format.go":               true, // lessons
	"core/lesson/results.go":              true, // tables for programs
	"core/replay/builder.go":              true, // scenarios
	"core/scenario/format.go":             true,
	"core/scenario/kernels_table.go":      true, // strings' described
	"core/scenario/losses.go":             true, // by kind: strings' compare.loss
	"core/trace/blkparse/line.go":         true, // blkparse's own text
	"core/trace/blkparse/passthrough.go":  true,
	"core/trace/blkparse/reader.go":       true,
	"core/trace/blkparse/summary_text.go": true,
	"core/trace/blktrace/lost.go":         true,
	"wasm/tools/main_other.go":            true,
}

func TestMessagesAreListed(t *testing.T) {
	var list []string
	for _, dir := range messagePackages {
		files, err := filepath.Glob("../../" + dir + "/*.go")
		if err != nil || len(files) == 0 {
			t.Fatal(dir, err)
		}
		for _, file := range files {
			name := dir + "/" + filepath.Base(file)
			if !strings.HasSuffix(name, "_test.go") && !notMessages[name] {
				list = append(list, messagesOf(t, file)...)
			}
		}
	}
	list = append(list, wholes...)
	slices.Sort(list)
	got := strings.Join(slices.Compact(list), "\n") + "\n"
	if *rewrite {
		if err := os.WriteFile(messagesFile, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(messagesFile)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not what the sources say; go test ./wasm/tools -rewrite writes it, and web/strings/zh/messages must know what is new", messagesFile)
	}
}

func messagesOf(t *testing.T, file string) (list []string) {
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var visit func(n ast.Node) bool
	visit = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec, *ast.FuncDecl:
			if f, ok := n.(*ast.FuncDecl); ok {
				if f.Body != nil && !writers[f.Name.Name] {
					ast.Inspect(f.Body, visit)
				}
			}
			return false
		case *ast.CallExpr:
			return !quiet[nameOf(n.Fun)]
		case ast.Expr:
			if !textual(n) {
				return true
			}
			if text := message(n); isMessage(text) && !notWhole[whole(text)] {
				list = append(list, whole(text))
			}
			inner(n, visit)
			return false
		}
		return true
	}
	ast.Inspect(parsed, visit)
	return list
}

// quiet are functions whose arguments are no messages: what is searched for in a
// text, and what breaks the program.
var quiet = map[string]bool{
	"panic": true, "Cut": true, "TrimLeft": true, "TrimRight": true, "Trim": true, "TrimPrefix": true, "HasPrefix": true, "HasSuffix": true,
	"Contains": true, "ContainsAny": true, "IndexByte": true, "Split": true, "Join": true, "Parse": true,
}

// writers are functions that write a scenario's or a lesson's own text.
var writers = map[string]bool{"appendOp": true, "appendIO": true, "appendStream": true, "writeOp": true, "writeStream": true}

// inner visits the arguments of the calls that a text is joined with.
func inner(e ast.Expr, visit func(n ast.Node) bool) {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		inner(e.X, visit)
		inner(e.Y, visit)
	case *ast.CallExpr:
		if !quiet[nameOf(e.Fun)] {
			for _, a := range e.Args {
				ast.Inspect(a, visit)
			}
		}
	}
}

// textual reports whether e is a literal text, or one joined with others.
func textual(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BasicLit:
		return e.Kind == token.STRING
	case *ast.BinaryExpr:
		return e.Op == token.ADD && (textual(e.X) || textual(e.Y))
	case *ast.ParenExpr:
		return textual(e.X)
	}
	return false
}

// message writes a text with holes: {q} for something in quotes, {n} for a number,
// {t} for a time, {s} for what is possible instead, {x} for anything else.
func message(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, _ := strconv.Unquote(e.Value)
		return text
	case *ast.BinaryExpr:
		return message(e.X) + message(e.Y)
	case *ast.ParenExpr:
		return message(e.X)
	case *ast.CallExpr:
		switch nameOf(e.Fun) {
		case "quote", "quoted", "Quote":
			return "{q}"
		case "Itoa", "itoa", "FormatInt", "FormatUint", "number":
			return "{n}"
		case "timeText", "milliseconds":
			return "{t}"
		case "oneOf", "didYouMean":
			return "{s}"
		case "plural", "count", "counted":
			if noun, ok := e.Args[len(e.Args)-1].(*ast.BasicLit); ok {
				text, _ := strconv.Unquote(noun.Value)
				return "{n} " + text + "s"
			}
		}
	}
	return "{x}"
}

func nameOf(f ast.Expr) string {
	switch f := f.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// whole makes a piece that others are joined with a text with holes: in front of
// what begins with a blank or a sign stands something, behind what ends so too. What
// is possible instead is a sentence of its own.
func whole(text string) string {
	text = strings.ReplaceAll(strings.TrimSuffix(text, "{s}"), "{s}", "{x}")
	switch {
	case text == "":
	case text[0] == ' ':
		text = "{q}" + text
	case strings.IndexByte(":;,", text[0]) >= 0:
		text = "{x}" + text
	case strings.HasPrefix(text, "is "):
		text = "{q} " + text
	case strings.HasPrefix(text, "{x}") && len(text) > 3 && text[3] >= 'a':
		text = text[3:]
	}
	if strings.HasSuffix(text, " ") {
		text += "{x}"
	}
	return text
}

// notWhole are pieces of sentences that stand in wholes, and what a text is known by.
var notWhole = map[string]bool{
	"Bad fs action {x}": true, "Bad pc action {x}": true, "Input file {x}": true, "run {x}": true,
	"{q} in the plug of task {n}": true, "a free request, and {n} requests": true, "bio {n}, which sits": true, "task {n} waits for {x}": true,
	"{n} bios{x}in a plugged queue{x}": true, "{n} bios{x}in {n} requests{x}": true, "{n} of {n} bios of device {x}{x} replayed, from {n} tasks": true,
	"check {n}{x}": true, "choice {x}{x}": true, "wrong {n}{x}": true, "passthrough command": true,
	"service = base + sectors * per_sector + min(seek_max, distance * seek / 1024)": true, // a formula
	"{q} of the question {x}": true,
}

// wholes are sentences that are put together in several steps, and the words that
// stand for a thing in them.
var wholes = []string{
	"the file has no cases", "more than 64 MB", "{x}: the server answers {n} {x}", // of the pages that Go drives
	"{x} ({x})", "{x} of the question {x}", "{x}: {x}", "{x}; {x}", "deadlock: {x}",
	"task {n} waits for bio {n}, which sits in the plug of task {n}",
	"task {n} waits for a free request, and {n} requests sit in the plug of task {n}",
	"task {n} waits for a free request, and 1 request sits in the plug of task {n}",
	"{n} bios wait in a plugged queue", "{n} bios wait in a plugged queue: {x}", "{n} bios wait in {n} requests", "{n} bios wait in {n} requests: {x}",
	"1 bio waits in a plugged queue", "1 bio waits in a plugged queue: {x}", "1 bio waits in {n} requests", "1 bio waits in {n} requests: {x}",
	"{n} of {n} bios of device {x} are replayed, from {n} tasks", "{n} of 1 bio of device {x} is replayed, from {n} tasks",
	"{n} bios {x}", "{n} flushs {x}", "{n} discards {x}", "{n} passthrough commands {x}", "{n} operations {x}", "{n} tasks {x}", "{n} records {x}",
	"{n} times {x}", "{n} names {x}", "{n} notes {x}", "{n} messages {x}", "{n} events {x}", "queued",
	"{n} requeues", "{n} splits", "{n} remaps", "{n} bounces",
	"with {x}: {x}", "R or W", "right", "wrong", "function",
	"a count", "a kernel", "a length", "a number", "a sector", "a span", "a statement", "a step", "a task", "a time", "a word", "a scheduler's",
}

var twoWords = regexp.MustCompile(`[A-Za-z]{2,}[^{]* [^{]*[A-Za-z]{2,}|^an? .*'s |^.?<- |\} [a-z]{2,}|[a-z]{2,}:? \{|^ is | is $`)

// isMessage reports whether a text is meant to be read: it has two words, or one beside a value.
func isMessage(text string) bool {
	return twoWords.MatchString(strings.ReplaceAll(text, "}}", "} ")) && !strings.HasPrefix(text, "lesson: ") && !strings.HasPrefix(text, "core: ") && !strings.HasPrefix(text, "iolog: ")
}
