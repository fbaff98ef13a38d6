package blktrace

// Action is what happened: the low half of a record's action word, without its
// [CGroup] bit. Of a note it says which note.
type Action uint32

// Actions of events. Linux: enum blktrace_act.
const (
	Queue       Action = 1  // Q
	BackMerge   Action = 2  // M
	FrontMerge  Action = 3  // F
	GetRequest  Action = 4  // G
	Sleep       Action = 5  // S
	Requeue     Action = 6  // R
	Issue       Action = 7  // D
	Complete    Action = 8  // C
	Plug        Action = 9  // P
	Unplug      Action = 10 // U
	UnplugTimer Action = 11 // UT
	Insert      Action = 12 // I
	Split       Action = 13 // X
	Bounce      Action = 14 // B
	Remap       Action = 15 // A
	Abort       Action = 16 // blkparse prints nothing
	DriverData  Action = 17 // blkparse prints nothing
	ZonePlug    Action = 18 // ZP, version 8: a zone's write plug holds writes back
	ZoneUnplug  Action = 19 // ZU, version 8
)

// Actions of notes. Linux: enum blktrace_notify.
const (
	NoteProcess   Action = 0 // payload: the name of the record's pid
	NoteTimestamp Action = 1 // payload: wall clock
	NoteMessage   Action = 2 // payload: text
)

// zoneless marks a [ZonePlug] or [ZoneUnplug] that a record of version 7 says: there
// these numbers mean nothing, and blkparse prints nothing. It lies beside the half of a
// word that an action has, where no record can say it.
const zoneless = 1 << 16

// cgroupBit, in the low half of the action word: a cgroup id precedes the payload.
const cgroupBit = 0x100

// actionLetters are blkparse's.
var actionLetters = [...]string{
	Queue: "Q", BackMerge: "M", FrontMerge: "F", GetRequest: "G", Sleep: "S", Requeue: "R",
	Issue: "D", Complete: "C", Plug: "P", Unplug: "U", UnplugTimer: "UT", Insert: "I",
	Split: "X", Bounce: "B", Remap: "A", ZonePlug: "ZP", ZoneUnplug: "ZU",
}

// Letter returns blkparse's letter for an event's action, "" if it has none.
func (a Action) Letter() string {
	if int(a) < len(actionLetters) {
		return actionLetters[a]
	}
	return ""
}

// ActionOf returns the action that blkparse's letter stands for, 0 if none.
func ActionOf(letter string) Action {
	for a, l := range actionLetters {
		if l == letter && l != "" {
			return Action(a)
		}
	}
	return 0
}

// payloadBytes is the length of an event's payload that is a number or an
// address, 0 for an action whose payload is free.
func (a Action) payloadBytes() int {
	switch a {
	case Unplug, UnplugTimer, Split:
		return 8
	case Remap:
		return 16
	}
	return 0
}
