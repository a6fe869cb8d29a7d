"""Acts in the words of the press, what is left alone first, then what each found."""

from collections.abc import Callable

import pytest

from incidents.model.proposal import Proposal

Proposals = Callable[..., list[Proposal]]

LEFT_ALONE = [
    "Most officials in the provinces live from bribes.",
    "People in the border area usually cross the river in winter.",
    "Those who are caught are sent to prison camps.",
    "Experts believe that the regime fears unrest.",
    "If they are arrested, they face execution.",
    "Residents say they are tired of mobilizations.",
    "Nobody dares to protest openly.",
    "The source asked not to be named for fear of punishment.",
    "North Korea is one of the poorest countries in the world.",
    "In the past, defectors could pay a bribe and go home.",
    "Many are afraid that the crackdown will get worse.",
    "Even a small bribe can save a man from prison.",
    "Rice is the staple food of the country.",
    "He expected that prices would rise further.",
    "The regime may punish the families of defectors.",
    "Such orders are rarely obeyed.",
    "The market is where most people earn their living.",
    "Observers have speculated that the minister was purged.",
    "Soldiers often steal crops from farms.",
    "It is not known whether anyone was executed.",
    "He said he had never heard of such an accident.",
    "Translated by Anna Lee. Edited by John Smith.",
    "The law stipulates the death penalty for drug dealers.",
    "A party membership is necessary to be promoted.",
    "Workers abroad typically give most of their wages to the state.",
    "The village lies on the Tumen River opposite the Chinese city of Tumen.",
    "In such cases, bribes are paid to the police.",
    "There are fears that the harvest will fail.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_no_act_is_left_alone(proposals: Proposals, text: str) -> None:
    assert [one.incident.type for one in proposals(text)] == []


TYPES = [
    ("Forty percent of the workforce at the Taean plant did not come to work in May.", "absenteeism"),
    ("A dozen workers have not returned to the construction site in Samjiyon since the holiday.", "absenteeism"),
    ("Two privates slipped out of the barracks in Chorwon.", "absenteeism"),
    ("Many members of the brigade ran away from the Tanchon power station site.", "absenteeism"),
    ("The officer forced himself on a waitress in Dandong.", "abuse"),
    ("A pastor is being held by the security department in Dandong.", "arrest"),
    ("Two colonels were taken to the state security office in Nampo for questioning.", "arrest"),
    ("The manager of the oil depot in Nampo was selling fuel to merchants.", "corruption"),
    ("The customs officers had pocketed duties on cars.", "corruption"),
    ("Officials in Sinuiju demanded 500 yuan for a travel permit.", "corruption"),
    ("Prosecutors found that the secretary had diverted cement to build his house in Kanggye.", "corruption"),
    ("A doctor in Hamhung was selling state medicine at the market.", "corruption"),
    ("Parents gave the teacher 100 dollars so that the boy would be spared from mobilization.", "corruption"),
    ("Soldiers set up additional guard posts along the Tumen.", "crackdown"),
    ("Women wearing tight trousers were stopped by youth league patrols in Chongjin.", "crackdown"),
    ("Indonesian authorities seized the freighter near Balikpapan.", "crackdown"),
    ("The trade official and his family are believed to have defected to the South in 2019.", "defection"),
    ("Two North Korean sailors came over the Northern Limit Line in a wooden boat.", "defection"),
    ("A North Korean man wearing a diving suit came ashore at Goseong.", "defection"),
    ("Some 50 nurses left for Dandong to work in a clothing plant.", "dispatch"),
    ("The embassy in Madrid was closed in November.", "dissolution"),
    ("About 200 families were relocated from the shore in Sinpo.", "eviction"),
    ("Residents of Songpyong were told to leave their apartments by May 1.", "eviction"),
    ("Buildings at the Mount Kumgang resort have been demolished.", "eviction"),
    ("Three traffickers were shot in front of residents in Chongjin.", "execution"),
    ("Nine people were hanged in the Kapsan camp.", "execution"),
    ("Five senior officials were killed with anti-aircraft guns.", "execution"),
    ("A student in Pyongsong was found to have watched South Korean dramas.", "information"),
    ("Police discovered an anti-regime message carved into a pillar of the bridge in Wonsan.", "leaflet-graffiti"),
    ("Anonymous notes that mocked the party appeared in letter boxes across Sinuiju.", "leaflet-graffiti"),
    ("Fliers criticizing the regime turned up at Hyesan Station.", "leaflet-graffiti"),
    ("Schools in Wonsan asked parents for rabbit skins.", "levy"),
    ("The army took 40 percent of the harvest of the Yonan farm.", "levy"),
    ("State-run food shops in Chongjin began to sell corn in October.", "market"),
    ("Freight trains between Dandong and Sinuiju started running again in January.", "market"),
    ("South Korean jets dropped bombs on a range in Gangwon Province.", "military"),
    ("Work at the Punggye-ri tunnel has been completed.", "military"),
    ("Every factory in Hyesan had to send three workers to the Pyongyang housing site.", "mobilization"),
    ("Residents of Kilju were called out to repair the railway.", "mobilization"),
    ("The youth league recruited 300 volunteers for the mines in South Pyongan Province.", "mobilization"),
    ("Soldiers were deployed to the flood area in Anju for repair work.", "mobilization"),
    ("A 100-day battle began in March.", "mobilization"),
    ("Kim Jong Un called on officials to finish the houses by October.", "order"),
    ("An emergency order was handed down to the border units.", "order"),
    ("North Korea revised its criminal code in December.", "order"),
    ("A new ambassador took up his post in Moscow.", "personnel"),
    ("Workers at a garment factory in Helong seized the factory and refused to sew until they were paid.", "protest"),
    ("About 2,000 North Korean workers took part in a strike at plants in Jilin Province.", "protest"),
    ("Miners in Tanchon laid down their picks over unpaid rations.", "protest"),
    ("Angry mothers rushed to the office of the city people's committee to demand food.", "protest"),
    ("Residents of Pyongsong protested the demolition of their homes.", "protest"),
    ("Violators were ordered to do a month of disciplinary labor in Hyesan.", "punishment"),
    ("Treasury put two shipping firms on its blacklist on Thursday.", "punishment"),
    ("About 300 workers left Dandong by train for Sinuiju on August 23.", "repatriation"),
    ("The Kim Chaek steel complex stopped operation for lack of coal.", "shortfall"),
    ("Electricity has been off in Hamhung since January 3.", "shortfall"),
    ("Workers in Dandong have not been paid for eight months.", "shortfall"),
    ("The farm in Paechon produced only half of its planned grain.", "shortfall"),
    ("Teachers in Pyongsong received no rations in March.", "shortfall"),
    ("Construction of the hotel in Wonsan has been delayed by a year.", "shortfall"),
    ("A boat from Nampo transferred coal to a Chinese vessel at sea.", "smuggling"),
    ("South Korea's unification ministry urged the North to stop the demolition.", "statement"),
    ("The United Nations called on Beijing to halt the deportations.", "statement"),
    ("Cuba and South Korea established diplomatic relations in February 2024.", "statement"),
    ("Five cows belonging to the farm in Taehongdan were slaughtered at night.", "theft"),
    ("A soldier shot his commander in Kosong.", "violence"),
    ("A husband in Eundok killed his wife with an axe.", "violence"),
    ("The bodies of a couple were found in a house in Tanchon.", "violence"),
]


@pytest.mark.parametrize(("text", "kind"), TYPES)
def test_the_words_of_a_type_found_an_incident(proposals: Proposals, text: str, kind: str) -> None:
    assert [one.incident.type for one in proposals(text)][:1] == [kind]
