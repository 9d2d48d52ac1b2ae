import { Argument, Command, InvalidArgumentError } from 'commander';
import { type Actor, ROLES, type Role } from '../access/role.ts';
import { entryOf, faultOfName, newToken } from '../access/token.ts';

export const tokenCommand = new Command('token')
  .description('Make a token for writing through the API, and its entry for ONRECORD_TOKENS. Stores nothing.')
  .argument('<name>', 'whose it is: letters, digits, dots, underscores and hyphens', nameOf)
  .addArgument(
    new Argument('<role>', 'what it may do; each may also do what those before it may').choices(ROLES),
  )
  .action((name: string, role: Role) => {
    const actor: Actor = { name, role };
    const token = newToken();
    console.log(`token  ${token}`);
    console.log(`entry  ${entryOf(actor, token)}`);
    // Apart from what a script may want to read.
    console.error(
      [
        'The token is shown this once and stored nowhere: give it to whom it is for, who sends it as',
        '"Authorization: Bearer TOKEN". Put the entry into ONRECORD_TOKENS, after a comma where there are others,',
        'and start the server again.',
      ].join('\n'),
    );
  });

function nameOf(text: string): string {
  const fault = faultOfName(text);
  if (fault !== null) throw new InvalidArgumentError(`It is ${fault}.`);
  return text;
}
