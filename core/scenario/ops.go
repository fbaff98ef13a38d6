package scenario

import "strconv"

// opWord is an op as the text writes it: its word and what follows it.
type opWord struct {
	word string
	kind OpKind
	read func(a *args, op *Op) // nil: nothing follows
}

// opWords are the ops in the order in which messages name them. Two words stand
// for one kind: write and read.
var opWords = [...]opWord{
	{"write", Submit, func(a *args, op *Op) { op.IO.Write = true; readSubmit(a, op) }},
	{"read", Submit, readSubmit},
	{"stream", Stream, readStream},
	{"wait", Wait, readWait},
	{"sleep", Sleep, readUntil},
	{"compute", Compute, readUntil},
	{"start_plug", StartPlug, nil},
	{"finish_plug", FinishPlug, nil},
	{"unplug", Unplug, nil},
	{"ioprio", SetIOPrio, readIOPrio},
	{"fork", Fork, readFork},
	{"set", Set, readSet},
	{"elevator", SwitchElevator, readElevator},
	{"reclaim", Reclaim, func(a *args, op *Op) { readValue(a, op, "the number of a bio", BiosMax) }},
	{"fail_alloc_ioc", FailAllocIOC, func(a *args, op *Op) { readValue(a, op, "a count", TunableMax) }},
	{"fail_alloc_icq", FailAllocICQ, func(a *args, op *Op) { readValue(a, op, "a count", TunableMax) }},
	{"ioc_create_for", IOCCreateFor, readTask},
	{"ioc_get", IOCGet, readTask},
	{"ioc_put", IOCPut, nil},
	{"exit_begin", ExitBegin, nil},
}

// opNamed returns the op that word begins, nil if it begins none.
func opNamed(word string) *opWord {
	for i := range opWords {
		if opWords[i].word == word {
			return &opWords[i]
		}
	}
	return nil
}

// Word returns the word that begins an op of this kind; of submissions "write".
func (k OpKind) Word() string {
	for i := range opWords {
		if opWords[i].kind == k {
			return opWords[i].word
		}
	}
	return ""
}

// opsOf lists the words of the ops that info's kernel has, all if info is nil.
func opsOf(info *KernelInfo) []string {
	var list []string
	for i := range opWords {
		if info == nil || info.Has(opWords[i].kind) {
			list = append(list, opWords[i].word)
		}
	}
	return list
}

// readOp reads an op, from its word to the end of the line.
func readOp(a *args, info *KernelInfo) (op Op) {
	w := a.next("an op")
	if a.failed != nil {
		return op
	}
	op.Pos = Pos{a.line, w.column}
	known := opNamed(w.text)
	if known == nil {
		a.unlisted(w, " is no op", opsOf(info))
		return op
	}
	op.Kind = known.kind
	if known.read != nil {
		known.read(a, &op)
	}
	a.end()
	return op
}

// readSubmit reads SECTOR +N [xCOUNT [step S]] [sync] [meta] [ahead].
func readSubmit(a *args, op *Op) {
	w := a.next("a sector")
	op.IO.Sector = a.number(w, w.text, "a sector", 0, SectorMax-1)
	w = a.next("a length like +8")
	op.IO.Sectors = readLength(a, w)
	op.IO.Count = 1
	for a.more() {
		w = a.next("")
		switch {
		case w.text[0] == 'x' && digits(w.text[1:]):
			op.IO.Count = a.number(w, w.text[1:], "the number of bios", 1, BiosMax)
			if op.IO.Count > 1 {
				op.IO.Step = op.IO.Sectors
			}
			if a.take("step") {
				w = a.next("a step in sectors")
				step := a.number(w, w.text, "a step", -SectorMax, SectorMax)
				if op.IO.Count > 1 {
					op.IO.Step = step
				}
			}
		case !readFlag(w.text, &op.IO):
			a.unlisted(w, " is not known here", []string{"x8", "step", "sync", "meta", "ahead"})
		}
	}
}

func readLength(a *args, w token) int64 {
	if a.failed == nil && w.text[0] != '+' {
		a.refuse(w, ": a length begins with +, as in +8 for eight sectors of 512 bytes")
		return 0
	}
	if a.failed != nil {
		return 0
	}
	return a.number(w, w.text[1:], "a length", 1, QueueValueMax)
}

func readFlag(word string, io *IO) bool {
	switch word {
	case "sync":
		io.Sync = true
	case "meta":
		io.Meta = true
	case "ahead":
		io.Ahead = true
	default:
		return false
	}
	return true
}

// readUntil reads until TIME or [for] TIME.
func readUntil(a *args, op *Op) {
	if !a.take("until") {
		op.Relative = true
		a.take("for")
	}
	w := a.next("a time like 5ms")
	op.Time = a.time(w, w.text)
}

// readWait reads [left=N].
func readWait(a *args, op *Op) {
	if !a.more() {
		return
	}
	if w, key, value := a.pair([]string{"left"}); key == "left" {
		op.Value = a.number(w, value, "a number of bios", 0, BiosMax)
	} else {
		a.unknown(w, "a wait has no "+quote(key), key, []string{"left"})
	}
}

func readIOPrio(a *args, op *Op) {
	w := a.next("an ioprio like be/4")
	op.Prio = a.ioprio(w, w.text)
}

func readTask(a *args, op *Op) {
	w := a.next("a task's number")
	op.Task = int(a.number(w, w.text, "a task", 1, TaskIDMax))
}

func readFork(a *args, op *Op) {
	readTask(a, op)
	op.CloneIO = a.take("clone_io")
}

func readSet(a *args, op *Op) {
	w := a.next("a tunable's name")
	op.Name = w.text
	if a.failed == nil && NameIndex(w.text) < 0 {
		a.unlisted(w, " is no tunable", names[:])
	}
	w = a.next("a value for " + op.Name)
	op.Value = a.number(w, w.text, op.Name, TunableMin, TunableMax)
}

func readElevator(a *args, op *Op) {
	w := a.next("an elevator")
	op.Name = elevatorName(w.text)
	if a.failed == nil && ElevatorIndex(op.Name) < 0 {
		a.unlisted(w, " is no elevator", elevatorNames[:])
	}
}

// elevatorName turns the long name of one elevator into the one used everywhere.
func elevatorName(word string) string {
	if word == "anticipatory" {
		return "as"
	}
	return word
}

func readValue(a *args, op *Op, what string, most int64) {
	w := a.next(what)
	op.Value = a.number(w, w.text, what, 0, most)
}

// appendOp writes op as its line has it, without indentation.
func appendOp(b []byte, op *Op) []byte {
	word := op.Kind.Word()
	if op.Kind == Submit && !op.IO.Write {
		word = "read"
	}
	b = append(b, word...)
	switch op.Kind {
	case Submit:
		b = appendSubmit(b, &op.IO)
	case Stream:
		b = appendStream(b, op)
	case Sleep, Compute:
		if !op.Relative {
			b = append(b, " until"...)
		}
		b = appendTime(append(b, ' '), op.Time)
	case SetIOPrio:
		b = appendIOPrio(append(b, ' '), op.Prio)
	case Wait:
		if op.Value > 0 {
			b = appendSetting(b, "left", op.Value)
		}
	case Fork, IOCCreateFor, IOCGet:
		b = strconv.AppendInt(append(b, ' '), int64(op.Task), 10)
		if op.CloneIO {
			b = append(b, " clone_io"...)
		}
	case Set:
		b = append(append(append(b, ' '), op.Name...), ' ')
		b = strconv.AppendInt(b, op.Value, 10)
	case SwitchElevator:
		b = append(append(b, ' '), op.Name...)
	case Reclaim, FailAllocIOC, FailAllocICQ:
		b = strconv.AppendInt(append(b, ' '), op.Value, 10)
	}
	return b
}

func appendSubmit(b []byte, io *IO) []byte {
	b = strconv.AppendInt(append(b, ' '), io.Sector, 10)
	b = strconv.AppendInt(append(b, " +"...), io.Sectors, 10)
	if io.Count > 1 {
		b = strconv.AppendInt(append(b, " x"...), io.Count, 10)
		if io.Step != io.Sectors {
			b = strconv.AppendInt(append(b, " step "...), io.Step, 10)
		}
	}
	return appendFlags(b, io)
}

func appendFlags(b []byte, io *IO) []byte {
	if io.Sync {
		b = append(b, " sync"...)
	}
	if io.Meta {
		b = append(b, " meta"...)
	}
	if io.Ahead {
		b = append(b, " ahead"...)
	}
	return b
}
