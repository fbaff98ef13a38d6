package scenario

// whatIfWords are the words of a what_if line, in the order of the canonical form.
var whatIfWords = [...]string{"no_unplug_timer", "no_unplug_thresh", "no_plugging", "untracked_plug"}

// Field returns the switch of that word, nil if there is none.
func (w *WhatIf) Field(word string) *bool {
	switch word {
	case "no_unplug_timer":
		return &w.NoUnplugTimer
	case "no_unplug_thresh":
		return &w.NoUnplugThresh
	case "no_plugging":
		return &w.NoPlugging
	case "untracked_plug":
		return &w.UntrackedPlug
	}
	return nil
}
