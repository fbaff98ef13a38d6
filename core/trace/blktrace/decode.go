package blktrace

// headerBytes is the length of a record before its payload.
const headerBytes = 48

// payloadLength reads the length of the payload from a header.
func (o order) payloadLength(h []byte) int { return int(o.u16(h[46:])) }

// decode fills r from a header and the payload that follows it. Nothing is copied.
// Linux: struct blk_io_trace.
func (o order) decode(r *Record, h, payload []byte) {
	action := o.u32(h[28:])
	*r = Record{
		Seq:       o.u32(h[4:]),
		Time:      o.u64(h[8:]),
		Sector:    o.u64(h[16:]),
		Bytes:     o.u32(h[24:]),
		Action:    Action(action &^ cgroupBit),
		Category:  Category(action >> 16),
		PID:       o.u32(h[32:]),
		Device:    Device(o.u32(h[36:])),
		CPU:       o.u32(h[40:]),
		Error:     o.u16(h[44:]),
		HasCGroup: action&cgroupBit != 0,
	}
	if len(payload) > 0 || r.HasCGroup || r.Action.payloadBytes() > 0 {
		o.decodePayload(r, payload)
	}
}

func (o order) decodePayload(r *Record, payload []byte) {
	r.Payload = payload
	if r.HasCGroup {
		if len(payload) < 8 { // no id: so not the bit, but an action nobody knows
			r.HasCGroup, r.BadPayload = false, true
			r.Action |= cgroupBit
			return
		}
		r.CGroup, r.Payload = o.u64(payload), payload[8:]
	}
	if r.IsNote() {
		return
	}
	want := r.Action.payloadBytes()
	if want == 0 {
		return
	}
	p := r.Payload
	if len(p) != want {
		r.BadPayload = true
		return
	}
	r.Payload = nil
	if r.Action == Remap {
		r.From, r.To, p = Device(bigEndian.u32(p)), Device(bigEndian.u32(p[4:])), p[8:]
	}
	r.Arg = bigEndian.u64(p)
}
