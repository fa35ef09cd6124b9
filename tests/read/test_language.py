"""Which texts are English."""

import pytest

from dragoman.read import language

FOREIGN = {
    "German": "Der Außenminister hat am Freitag die Botschafter empfangen und mit ihnen über das Abkommen gesprochen.",
    "French": "Le ministre a reçu vendredi les ambassadeurs et leur a parlé de la visite que prépare son pays.",
    "Spanish": "El ministro recibió el viernes a los embajadores y habló con ellos de la visita que prepara su país.",
    "Italian": "Il ministro ha ricevuto venerdì gli ambasciatori e ha parlato della visita che il paese prepara.",
    "Portuguese": "O ministro recebeu os embaixadores na sexta-feira e falou da visita que o país prepara para o ano.",
    "Dutch": "De minister heeft vrijdag de ambassadeurs ontvangen en met hen over het bezoek gesproken.",
    "Swedish": "Ministern tog emot ambassadörerna på fredagen och talade med dem om besöket som landet förbereder.",
    "Danish": "Ministeren har fredag talt med ambassadørerne om det besøg, som landet forbereder til næste år.",
    "Polish": "Minister przyjął w piątek ambasadorów i rozmawiał z nimi o wizycie, która nie jest jeszcze pewna.",
    "Turkish": "Bakan cuma günü büyükelçileri kabul etti ve bu ziyaret için bir tarih belirlendi.",
    "Indonesian": "Menteri itu menerima para duta besar dan berbicara dengan mereka di kantor yang baru.",
    "Romanian": "Ministrul a primit vineri ambasadorii și a vorbit cu ei despre vizita pe care o pregătește în țară.",
    "Czech": "Ministr se v pátek sešel s velvyslanci a mluvil s nimi o návštěvě, která je podle něj za dveřmi.",
    "Finnish": "Ministeri tapasi suurlähettiläät perjantaina ja puhui heidän kanssaan vierailusta. " * 5,
    "Russian": "Министр принял послов в пятницу.",
    "Greek": "Χθες δέχθηκε τους πρέσβεις την Παρασκευή.",
    "Chinese": "部长星期五会见了大使。",
    "Hindi": "मंत्री ने शुक्रवार को राजदूतों से मुलाकात की।",
}


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_other_languages_are_told(text: str) -> None:
    """One sentence is enough for the languages with most news, a paragraph for others in Latin script."""
    assert language.foreign(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Police arrest 12 in Nairobi protest",
        "Bomb blasts rock central London",
        "The visit to Rio de Janeiro by Luiz Inácio Lula da Silva ended.",
        "Charles de Gaulle met Konrad Adenauer at Colombey-les-Deux-Églises.",
        "MINISTERS MEET IN OSLO AND AGREE TO TALK",
        "The word “Привет” was on the wall.",
        "Lula da Silva visits Rio de Janeiro",
        "Marine Le Pen, Jean-Marie Le Pen",
        "Der Spiegel and Die Zeit said that the talks had failed.",
        "",
    ],
)
def test_english_with_foreign_names_is_english(text: str) -> None:
    """Headlines without function words, names and quoted words do not make a text foreign."""
    assert language.foreign(text) is None
