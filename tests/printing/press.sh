#!/bin/sh
# What happens to a sheet inside the printer double: it acts the fault that stands in $PRESS/fault, and counts what comes out.
fault() { cat "$PRESS/fault" 2>/dev/null; }
case "$(fault)" in
paper)
	echo "STATE: +media-empty-error,media-needed-error" >&2
	while [ "$(fault)" = paper ]; do sleep 0.1; done
	echo "STATE: -media-empty-error,media-needed-error" >&2
	;;
jam)
	echo "STATE: +media-jam-error" >&2
	sleep 0.5
	exit 1
	;;
slow)
	while [ "$(fault)" = slow ]; do sleep 0.05; done
	;;
esac
[ "$(fault)" = jam ] || echo "STATE: -media-jam-error" >&2
sheet=$(mktemp "$PRESS/sheets/XXXXXX")
cat "$1" >"$sheet"
