"""Given names and the pronoun that most often follows them: a hint for "he" and "she", never a statement
about a person.

Common names of many languages, as spelled in English news; written for this project. A name that both men and
women bear often (Alex, Jordan, Kim, Sam …) is in neither list: an unknown name is a candidate for either
pronoun.
"""

from __future__ import annotations

MEN = frozenset(
    """
    aaron abbas abdallah abdel abdul abdulaziz abdullah abdulrahman abel abraham adam adolfo adrian adriano
    agustin ahmad ahmed aidan akio akira al alain alan albert alberto aldo alejandro aleksandr aleksander
    aleksei alessandro alexander alexandre alexandros alexei alexey alfonso alfred alfredo ali alistair
    allan allen alonso alvaro amir amit anand anatoly anders andre andreas andrei andrew andrey andrii
    andriy andrzej angus anil antonio antony anthony antoine anton antonis antti anwar ariel arjun armando
    arnold arsen arsenii arseniy artem arthur arturo arvind asad ashok ashraf augusto avi axel aziz babak
    barack barry bart bartosz bashar basil ben benedict benjamin benny bernard bernardo bernd bernie bert
    bill billy bjorn bob bobby bogdan bohdan boris borys brad bradley brandon brendan brent bret brett brian
    bruce bruno bryan byron calvin cameron carl carlo carlos cedric cesar chad charles charlie chester chris
    christian christoph christophe christopher chuck claude claudio clarence clark cliff clifford clint
    clive colin conor connor constantin corey craig cristiano curtis cyril cyrus dale damian damien damon
    dan daniel daniele danil danilo danny danylo dario darren darrell darryl dave david davide dean deepak
    denis dennis denys derek derrick desmond devin dick diego dieter dimitri dimitris dirk dmitri dmitriy
    dmitry dmytro dominic dominik dominique don donald doug douglas drew duncan dustin dwayne dwight earl ed
    eddie edgar edmund eduard eduardo edward edwin ehud elias elijah elliot elon emanuel emil emilio
    emmanuel emmerson enrico enrique eric erich erik ernest ernesto ernst erwin ethan eugene evgeny evan
    fabian fabio fahad faisal farid farouk fatih federico felipe felix fernando fidel filip florian floyd
    francesco francis francisco franck franco francois frank franklin franz fred freddie frederic frederick
    friedrich fritz fuad gabriel garrett gareth garry gary gavin geoff geoffrey george georges georgi georgy
    gerald gerard gerhard german gerry giacomo gianluca gideon gilbert gilles giorgio giorgos giovanni
    giuliano giuseppe glen glenn gonzalo gordon graham grant greg gregg gregor gregory grigory guido
    guillaume guillermo gunther gustavo guy hakan hamid hamish hamza han hank hans harold haroon harris
    harrison harry haruki harvey hasan hashim hassan hector heinrich heinz helmut hendrik henri henrik henry
    herbert herman hermann hernan hideo hiroshi horst howard hubert hugh hugo humberto hussein hussain ian
    ibrahim ignacio igor ihor ilham ilya imad imran isaac ismail ivan iain ivo jack jacob jacques jaime jair
    jake jakob jakub james jamal jan janusz jared jason javad javier jeff jeffrey jens jeremy jeremiah
    jerome jerry jesus jim jimmy jiri joachim joao joaquin jochen joe joel joerg johan johann johannes john
    johnny jon jonas jonathan jorg jorge jose josef joseph josep josh joshua josip juan juha jukka julian
    julien julio jurgen justin kamal karim karl kaspar kazuo keir keith kelvin ken kenji kenneth kent kevin
    khaled khalid khalil kirill kirk klaus konrad konstantin kostas kris kurt kwame kyle kyrylo lamar larry
    lars laszlo laurent lawrence lech lee leo leon leonard leonardo leonid leopold leroy leszek lev levi
    liam lindsey lionel lloyd lorenzo lothar lou louis luc luca lucas lucian luciano ludwig luigi luis luiz
    luka lukas luke lyle maciej magnus mahmoud mahmud maksim maksym malcolm malik manfred manoj manuel marc
    marcel marcelo marcin marco marcos marcus mariano marek mario marius mark marko markus martin marty
    marvin massimo mateusz mathias mathieu mats matt matteo matthew matthias maurice mauricio maurizio max
    maxim maxime maximilian mehdi mehmet melvin micah michael michal micheal michel miguel mihai mika mikael
    mike mikhail mikheil miklos milan milos milton miroslav mitch mitchell mohamad mohamed mohammad mohammed
    mohammad-reza morris moses moshe muhammad muhammadu mukesh murat murray mustafa mykhailo mykola nabil
    naftali narendra nasser nathan nathaniel ned neil nicholas nick nicola nicolas nicolae niels nigel
    niklas nikol nikola nikolai nikolaos nikolay nikos nils noah noel norbert norman oleg oleh oleksandr
    oleksii oleksiy olaf oliver olivier olof omar orlando oscar oskar osama otto owen pablo paolo pascal
    patrick paul paulo pavel pavlo pawel pedro per pete peter petr petro petros phil philip philippe phillip
    pierre pieter piotr prakash pravin preston qasem quentin rafael rafik rahul raj rajesh rajiv ralph ramon
    ramzan randall randy raphael rashid raul ravi ray raymond recep reggie reinhard rene rex ricardo
    riccardo richard rick ricky rob robert roberto rod roderick rodney rodrigo rodolfo roger roland rolf
    roman romano ron ronald ronan ronnie ross roy ruben rudolf rudy rupert ruslan russ russell ryan saad
    sadiq saeed said salman salvador salvatore samir samuel sanjay sanjeev santiago saul scott sean
    sebastian serge sergei sergey sergio serhii serhiy seth seumas shane shaun shawn shinzo sidney siegfried
    sigmar silvio simon slobodan solomon spencer stan stanislav stanley stefan stefano stephan stephane
    stephen sterling steve steven stewart stuart sultan sunil suresh sven sylvain tadeusz taras tarek tariq
    tayyip ted teddy terrence terry theo theodore thierry thomas tim timothy timur toby todd tom tomas
    tomasz tommy tony toomas travis trevor troy tyler ulrich umar umberto uri usman vadim vadym valentin
    valentyn valerii valery vasily vasyl viacheslav victor viktor vijay vikram vince vincent vincenzo vitali
    vitaliy vitaly vlad vladimir vladislav vladyslav volker volodymyr vyacheslav waleed wallace walter
    warren wayne wei werner wilfried wilhelm will william willie winston wojciech wolfgang woodrow xavier
    yair yahya yaroslav yasser yevgeny yevhen yevgeniy yitzhak yoav yoshihide yousef youssef yuri yuriy
    yurii yusuf yves zac zach zachary zbigniew zoltan jean-claude jean-luc jean-marc jean-pierre jean-yves
    hans-georg karl-heinz tayfun emre orhan kemal ahmet hakeem kofi kwesi olusegun uhuru jomo nnamdi chinedu
    emeka tunde babatunde harjit jagmeet manmohan amarjeet takeshi satoshi kenta naoki yasuhiro jong-un
    jong-il moon-jae
    """.split()
)

WOMEN = frozenset(
    """
    abigail ada adele adriana adrienne agata agnes agnieszka aicha aida aisha alana alejandra aleksandra
    alena alessandra alexandra alexandria alexis alice alicia alina alisa alisha alison allison alla alma
    alona alyona alyssa amal amanda amber amelia amelie amina amira amy ana anastasia anastasiia anastasiya
    andrea angela angelina angelica angie anika anita ann anna annabel anne anneliese annemarie annette
    annie annika antoinette antonia april ariana arianna ashley asma astrid audrey aurora ava ayesha aylin
    barbara bernadette bernice beth bethany betty beverley beverly bianca birgit bonnie brenda bridget
    brigitte britney brooke caitlin camila camilla camille cara carina carla carly carmen carol carole
    carolina caroline carolyn cassandra catalina caterina catherine cathy cecilia celeste celia celine
    chantal charlene charlotte chelsea cheryl chiara chloe christa christiane christina christine christy
    chrystia cindy claire clara clarissa claudia colette colleen constance cora corinne cornelia courtney
    cristina crystal cynthia daisy daniela danielle daphne daria darya dawn deanna debbie deborah debra
    delia delphine denise desiree diana diane dianne dina dolores dominika dora doreen doris dorothea
    dorothy ebony edith edna eileen ekaterina elaine eleanor eleanore elena eleni elisa elisabeth elise
    eliza elizabeth ella ellen elsa emilia emilie emily emma erica erika erin ester esther ethel eugenia eva
    evelyn evgenia eve ewa faith farah fatima fatma faye federica fiona flora florence frances francesca
    francoise frauke frida gabriela gabriella gabrielle gail galina galyna gemma genevieve georgia georgina
    geraldine gertrude gillian gina ginger gisela giorgia giulia gladys gloria grace graciela greta gretchen
    gudrun gwen gwendolyn haley halyna hana hanan hanna hannah harriet hayley hazel heather heidi helen
    helena helene helga henrietta hilary hilda hillary holly ida ilse iman imelda indira ines inga ingrid
    irena irene irina iris irma iryna isabel isabella isabelle ivana ivanka ivy jacinda jacqueline jane
    janet janice janine jasmin jasmine jeanette jeanine jeanne jelena jen jenna jennifer jenny jessica jill
    jillian joan joana joanna joanne jocelyn jodie johanna josefina josephine joy joyce juana juanita judith
    judy julia juliana julianne julie juliet juliette june justine kaitlyn kaja kamala karen karin karina
    karla karolina kasia kate katerina kateryna katharina katherine kathleen kathryn kathy katia katie katja
    katrin katrina katy katya kayla keiko keisha kendra kerstin khadija kimberly kira kirsten kirsty kristen
    kristin kristina kristine krystyna ksenia lana lara larisa larysa latoya laura lauren laurie layla leah
    leila lena leona leonora lesia lesya leticia lia liana libby lidia liliana lillian lily lina linda
    lindsay lisa lise lisbeth liudmila liudmyla liz liza lois lola lorena loretta lori lorna lorraine louisa
    louise lucia lucie lucille lucinda lucy ludmila luisa luz lydia lynda lynette lynn lynne lyudmila mabel
    madeleine madeline maggie magdalena maia maja malala malgorzata mandy manuela mara marcela marcia
    margaret margarita margot margrethe marguerite maria mariam mariana marianna marianne marie mariia
    marija marina marise marisa marissa marjorie marlene marta martha martina mary maryam maryana maryna
    matilda maud maureen mavis maya meera megan meghan mei melania melanie melinda melissa mercedes meredith
    mette mia michaela michele michelle mildred millicent mina minerva miranda miriam moira molly mona
    monica monika monique muriel myra myriam myrna nada nadezhda nadia nadine nadiya naledi nancy naomi
    natalia natalie nataliia nataliya natalya natasha nathalie nelly nicole nicoletta nikki nina noelle nora
    noreen noura octavia odile oksana olena olesya olga olha olivia olympia ophelia oprah paige paloma
    pamela patricia patty paula paulina pauline pearl peggy penelope penny petra phoebe phyllis pilar polina
    polly priscilla priti priya rachael rachel ramona ramya rania raquel rebecca regina renata renate renee
    rhonda rima rita roberta rochelle rosa rosalie rosalind rosanna rose rosemary rosie roxana roxanne ruth
    sabina sabine sabrina sadie sahar sally salma samantha samira sandra sanna sara sarah saskia selena
    selma serena sharon sheila shelby shelley shelly sheri sherri sherry sheryl shirin shirley sienna sigrid
    silke silvia simona simone sinead siobhan sofia sofie solange sonia sonja sonya sophia sophie stacey
    stacy stella stephanie sue summer sunita susan susana susanna susanne susie suzanne svetlana svitlana
    sviatlana sybil sylvia sylvie tabitha tamara tammy tania tanja tanya tara tatiana tatyana tetiana
    tetyana teresa tessa thelma theresa therese tiffany tina tracy trisha trudy tulsi uliana ulrike ursula
    ursula valentina valentyna valeria valerie vanessa vanja vera verena veronica veronika veronique vicki
    vicky victoria viktoria viktoriia viola violet virginia vivian viviane vivienne wanda wendy whitney
    wilhelmina wilma winifred ximena yana yasmin yasmine yekaterina yelena yevgenia yevheniia ylva yolanda
    yulia yuliia yuliya yvette yvonne zahra zainab zara zeinab zelda zhanna zoe zoya zsofia zuzana
    """.split()
)

SHE_ENDINGS = ("ova", "eva", "yeva", "skaya", "skaia", "ska", "yna")
"""Ends of East and West Slavic surnames that only women bear (Zakharova, Kowalska)."""
