/**
 * For /bin/sh, with the mark as its argument. Reads `+ GROUP` and `- GROUP`; at the end of its input it kills the groups that are left and
 * then, where there is Linux's /proc, all that have the mark in their environment, until there are none: who is being killed may have
 * started another meanwhile.
 */
export const watcherScript = `
trap '' HUP INT QUIT TERM
groups=' '
while read -r sign group; do
  case $sign in
    +) groups="$groups$group " ;;
    -) case $groups in *" $group "*) groups="\${groups%%" $group "*} \${groups#*" $group "}" ;; esac ;;
  esac
done
for group in $groups; do kill -KILL "-$group" 2>/dev/null; done
round=0
while [ "$round" -lt 100 ]; do
  found=$(grep -lsF "$1" /proc/[0-9]*/environ)
  [ -n "$found" ] || break
  for file in $found; do id=\${file#/proc/}; kill -KILL "\${id%/environ}" 2>/dev/null; done
  round=$((round + 1))
done
`;
