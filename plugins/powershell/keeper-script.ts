/**
 * For /bin/sh, with the number of a process group and a mark as its arguments. It waits for the end of its input, which comes when the host
 * wants it or is gone, however that came. Then it ends the group, asking first, and, where there is Linux's /proc, all that have the mark in
 * their environment, until there are none: who is being killed may have started another meanwhile.
 */
export const keeperScript = `
trap '' HUP INT QUIT TERM
while read -r _; do :; done
round=0
kill -TERM "-$1" 2>/dev/null
while [ "$round" -lt 20 ] && kill -0 "-$1" 2>/dev/null; do
  sleep 0.1
  round=$((round + 1))
done
kill -KILL "-$1" 2>/dev/null
round=0
while [ "$round" -lt 100 ]; do
  found=$(grep -lsF "$2" /proc/[0-9]*/environ)
  [ -n "$found" ] || break
  for file in $found; do id=\${file#/proc/}; kill -KILL "\${id%/environ}" 2>/dev/null; done
  round=$((round + 1))
done
`;
