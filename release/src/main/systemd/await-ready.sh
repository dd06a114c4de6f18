#!/bin/sh
# Returns when Eyeline is ready to serve, fails when its process (MAINPID) has ended before. How long it may take is a matter of the unit.
set -u
ready=${EYELINE_READY_URL:-http://127.0.0.1:9990/health/ready}
while kill -0 "$MAINPID" 2>/dev/null; do
  if curl --silent --fail --output /dev/null --max-time 5 "$ready"; then
    exit 0
  fi
  sleep 1
done
echo "Eyeline has ended before it was ready; its log says why." >&2
exit 1
