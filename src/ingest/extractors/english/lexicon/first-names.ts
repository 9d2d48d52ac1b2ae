import { wordSet } from './words.ts';

export type Gender = 'FEMALE' | 'MALE';

const MALE = wordSet(`
aaron abdel abdul abdullah abel abraham adam adrian ahmad ahmed alain alan albert alberto aldo alec alejandro alessandro alex alexander
alexandre alexei alexey alexis alfonso alfred ali allan allen alistair alvaro amir anatoly anders andreas andrei andres andrew andrey
andriy andy angus anthony antoine anton antonio antony arkady armando arnold art arthur artur ashraf asif augusto axel barack barry bart
bashar ben benedict benjamin benny bernard bernie bert bill billy bjorn bob bobby boris brad bradley brandon brendan brent brett brian
bruce bruno bryan byron calvin carl carlo carlos carsten casey cecil cedric cesar chad charles charlie chester chris christian christoph
christophe christopher chuck clarence clark claude claudio clay clayton cliff clint clinton clive clyde cody colin conor corey cory craig
curtis cyril dale damian dan daniel danny darren darryl dave david davit dean denis dennis derek desmond devin dick diego dieter dimitri
dirk dmitri dmitriy dmitry dmytro dominic dominique don donald doug douglas drew duncan dustin dwayne dwight earl ed eddie edgar eduardo
edward edwin egor elijah eli elias elliot elmar emil emilio emmanuel emmett enrique eric erich erik ernest ernesto ernst erwin ethan eugene
evan evgeny fabian fabio farid felipe felix fernando florian francesco francis francisco franck francois françois frank frans franz fred
freddie frederic frederick frederik friedrich fyodor gabriel garry gary gavin gene gennady geoff geoffrey georg george georges gerald gerard
gerhard gianni gilbert giorgi giorgio giovanni giuseppe glen glenn gordon graham grant greg gregory grigory guido guillaume guillermo gunther
gus gustav gustavo guy hamid hank hans harald harold harrison harry harvey hassan heinrich heinz helmut hendrik henri henrik henry herbert
herman hermann hisham horacio horst howard hugh hugo hussein ian ibrahim igor ilya imran ioannis isaac ismail ivan ivo jack jacob jacques
jaime jake jakob jamal james jamie jan janez janos jared jason javier jay jean jeb jeff jeffrey jens jeremy jerome jerry jesse jesus jim
jimmy joachim joao joaquin jochen joe joel johan johann johannes john johnny jon jonas jonathan jorg jorge jose josé josef josep joseph josh
joshua juan juha jules julian julien julio julius jurgen justin kareem karim karl kaspar keith kemal ken kenneth kent kevin khaled khalid
kirill kirk klaus konrad konstantin konstantinos kurt kyle lance lars larry laurence laurent lawrence lee len lennart leo leon leonard
leonardo leonid leroy leslie lester lev levi lewis liam lindsey lionel lloyd logan lorenz lorenzo lou louis luca lucas luis luiz luke lukas
luther magnus mahmoud maksim malcolm manfred manuel marc marcel marcelo marco marcos marcus marek mario marius mark markus marshall martin
martti marty marvin massimo mats matt matteo matthew matthias matti maurice mauricio max maxim maxime maximilian mehmet melvin michael
michal michel miguel mihai mikael mike mikhail mikhael mikko milan milos milton mitch mitchell mitt mohamed mohammad mohammed mohsen
muhammad murat mustafa myron nabil nasser nate nathan nathaniel neal ned neil nelson nicholas nick nico nicola nicolas niels nigel nikita
nikola nikolai nikolaos nikolay nikos nils noah noel norbert norman oleg oleh oleksandr oleksiy oliver olivier omar orlando oscar oskar osman
otto owen pablo paolo pascal pat patrick patrik paul paulo pavel pavlo pedro pekka per percy perry pete peter petr petri petro petros
phil philip philipp philippe phillip pierre pieter pietro piotr pyotr quentin rafael rainer raj rajiv ralf ralph ramon ramzan rand randall
randy raphael rashid raul raúl ray raymond recep reggie reinhard rene rené reuben rex reza ricardo richard rick ricky rob robert roberto
robin rod roderick rodrigo roger roland rolf roman ron ronald ronnie rory ross roy ruben rudolf rudy rupert ruslan russ russell ryan salman
salvador sam sami samir samuel sandro santiago saul scott sean sebastian serge sergei sergey sergii sergio seth shane shaun shawn sherman
shinzo sidney silvio simon stan stanislav stanley stefan stefano stephan stephane stephen steve steven stuart sven sylvain taras ted teodor
terence terry thad theo theodor theodore thierry thomas tim timo timothy tobias toby todd tom tomas tommy tony travis trent trevor troy tyler
ulrich umberto uwe vadim valentin valery vaclav vasily vernon viktor victor vikram vince vincent vincenzo viorel vitali vitaly vitaliy vitalii
vlad vladimir vladislav vojislav volodymyr vyacheslav wade walid wallace walt walter warren wayne werner wesley wilfried wilhelm will willem
william willie wim winston wolfgang woodrow xavier yair yann yannis yasser yevgeny yitzhak yoav youssef yuri yuriy yury yusuf yves zachary
zbigniew zoran zurab
aarav aaro adel adil agustin ahmet aidan akash akira aleksandar aleksander aleksandr aleksei alen ales alperen amadou ambrose amit anand andrej
andrzej anil anwar aram arjun arman armen arne arslan arto arvid aryan asad ashok atsushi aziz babak baburam baptiste bartosz batista besim
biniam bogdan bohdan bojan boubacar branko burak cem cheikh chinedu chukwu dagfinn daisuke damir daniyar danylo darko davor declan deepak didier
diogo dovydas dragan duarte dusan edson eduard efe egemen einar eirik ekrem elchin emre endre enis eoin erdem erkin erlan ermal eyal ezra faisal
farhad fatih ferenc fergus filip florin gabor gaston gaurav gediminas gianluca giedrius gintaras gleb goran gyorgy hakan hakim halil hamza harun
haruto havard henk hideo hiroshi hisashi hitoshi hryhoriy hugues ichiro idris ignacio ilham ilkka imre indra iosif isa ismet issa istvan
ivica jaan jakov jamshid janne jari jarle jaroslav javad jiri joakim jomo jorma juma junichi jyri kaan kader kalle kamal kamil karel kasym
kazimierz kazuo keita kenji kenta kesh kiran kofi koji krzysztof kwame laszlo lazar lech leszek linus ljubomir luan lubomir ludvik lukasz maciej
mahesh maksym mamadou manoj manu marcin marian marijan marko masato masoud matej mateusz mati matias mehdi mert mihail mihkel mikkel miklos
milorad miro miroslav mohan moritz moussa mukesh mukhtar mulugeta musa mykola nader naoki narendra natan nebojsa nenad niall nikolas nikolaus
nima nodar nursultan obinna ola ole oleksii olumide omer orhan oriol ousmane ozan padraig pankaj pavle peeter petteri pradeep prakash pranav
predrag radek radoslav radovan rahul rakesh ramesh ramin rashad ravi resul rinat robertas rohit rustam ryszard saad sabir sadik saeed sahil 
sakari sanjay sanjeev sardar satoshi sayed seamus sedat selim serdar serhiy shahid shakil shigeru shinji shiro siddharth sigurd slavko slobodan
soren srdjan stein stjepan sunil suresh svein szymon tadeusz takashi takeshi tamas tarik tariq taro tatsuo temur tero thabo thorsten tiago tibor
tigran timur tomasz tomislav torsten tuomas ugur umar urho valdis valeriy vasil vasile vasyl vedran veli veljko vijay vikas vinay vincenc
vinod vjekoslav vojtech waleed wanjala witold wlodzimierz yahya yasin yerlan yevhen yoshihide yoshiro yousef zaur zdenek zeljko ziad
zlatan zoltan zurabi`);

const FEMALE = wordSet(`
abigail ada adriana agnes aisha alexandra alice alicia alina alison allison alma amanda amber amelia amina amy ana anastasia andrea angela
angelina anita ann anna anne annette annie antonia april ariana asma astrid audrey ayesha barbara beata beatrice becky belinda benazir
bernadette bernice beth betsy betty beverly birgit bonnie brenda bridget brigitte brooke camilla camille candace carla carly carmen carol
carole carolina caroline carolyn carrie catherine cathy cecilia celia charlotte chelsea cheryl chloe christiane christina christine cindy
claire clara clarissa claudia colleen condoleezza connie constance corinne courtney cristina crystal cynthia daisy dana daniela danielle
daria dawn deborah debbie debra delia denise diana diane dina dolores dominika donna dora doris dorothy edith eileen ekaterina elaine eleanor
elena elisa elisabeth eliza elizabeth ella ellen elsa emily emma erica erika erin esther ethel eva eve evelyn faith fatima federica fiona
flora florence frances francesca francoise gabriela gabriella gail galina geraldine gina gisela giulia gladys glenda gloria grace greta
gretchen gwen hanna hannah harriet hazel heather heidi helen helena helga hillary holly hope ida ilona imelda ines ingrid irene irina iris
isabel isabella isabelle ivana ivanka jacinda jackie jacqueline jane janet janice jasmine jean jeanne jen jenna jennifer jenny jessica jill
joan joanna joanne jocelyn jodie johanna josephine joy joyce juana judith judy julia juliana julie juliet june kaja kamala karen karin karina
karla kate katarina katharina katherine kathleen kathryn kathy katie katja katrina katya kay kayla kelly kellyanne kerry kim kimberly
kirsten kirstie kristen kristin kristina krystyna ksenia larisa laura lauren laurie leila lena leslie leticia lidia liliana lillian lily
linda lindsay lisa liz loretta lori lorraine louise lucia lucie lucy ludmila luisa lydia lynn lyudmila madeleine magdalena maggie malala
mandy manuela marcia margaret margarita margrethe maria mariam marian marianne marie marilyn marina marine marion marissa marjorie marlene
marta martha martina mary maryam maureen megan melania melanie melissa mercedes meredith mette mia michelle mildred mina miranda miriam
moira molly monica monika monique muriel nadezhda nadia nadine nancy naomi natalia natalie natasha nathalie nicole nina nora norma olena olga
olivia oksana pamela patricia paula pauline peggy penelope penny phyllis pilar polina priti priya rachel ramona rania rebecca regina renata
rita roberta rosa rosalind rose rosemary roxana ruth sabine sabrina sally samantha sandra sanna sara sarah shannon sharon sheila shelly shirley
sigrid silvia simone sofia sonia sophia sophie stacey stella stephanie sue susan susana susanne suzanne svetlana sviatlana sybil sylvia tamara
tammy tanya tara tatiana tatyana teresa tessa thea theresa tiffany tina tracy tulsi ursula valentina valerie vanessa vera veronica victoria
viola violeta virginia vivian wanda wendy whitney wilma xiomara yasmin yelena yolanda yulia yuliya yvette yvonne zainab zoe zuzana
aada adele adriane agata agnieszka aigul aino akosua alba aleksandra alena aliya ama amal amara amelie aminata anahit aneta anja anjali anke
anneli anni annika antje anu arwa asel ayse azadeh bahar bianca blanka bozena brigid burcu carmela chiara chioma cosima dagmar dalia danuta
delphine dilek dinara divya dorota dunja ebba ece edita elif eliska elzbieta emel emina esra estelle ester eszter fatma fatou fernanda filipa
flavia freja frida gerda ghada gita gordana gro gudrun gulnara habiba halina hannele hatice helene henriette hilde hiroko huda ilse inga
ingeborg inger irena iryna iwona jadranka jadwiga jana jasna jelena jitka julieta justyna karolina katarzyna katerina katrin kerstin khadija
kirsi lalita larysa latifa lea lene leyla liis lina linnea liv ljiljana lotte magda maja malgorzata manon mareike margarida margit mariana mariia
marika marit marjan matilda maud meera mehtap meltem merve mihaela mila milena milica mira mirela mirjana misaki naledi nasrin natalija nataliya
nerea nesrin ngozi nilufar nino noemi nomvula noor noriko nuria oriana orsolya outi ozlem pernille petra pooja prisca radmila raisa rana ranjana
raquel rasa reem riikka roza rukmini ruzica sadia saida salma samira sanja satu seher selin selma serap setsuko sevda sevgi shabnam shanti shreya
signe silja silke simona sinead siobhan sissel slavica snezana sofie solveig stanislava stela sunita sushma svitlana sylvie tatjana tereza terhi
thandiwe tiina tuba tuuli ulla ulrike urszula uta vanja verena vesna vibeke vida vigdis viktoria virpi vlasta wangari wanjiru yevgenia yumi
yuriko zahra zara zdenka zeynep zofia zoya zsuzsanna`);

/** Of a first name in any case; null where it is none that is known, or may be of either. */
/** In lower case, without marks above and below letters. */
function plain(name: string): string {
  const lower = name.toLowerCase();
  return MALE.has(lower) || FEMALE.has(lower)
    ? lower
    : lower.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');
}

export function genderOfName(first: string): Gender | null {
  const name = plain(first);
  const [male, female] = [MALE.has(name), FEMALE.has(name)];
  if (male === female) return null;
  return male ? 'MALE' : 'FEMALE';
}

export function isFirstName(word: string): boolean {
  const name = plain(word);
  return MALE.has(name) || FEMALE.has(name) || /^\p{L}\.$/u.test(word);
}
