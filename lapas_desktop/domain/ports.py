"""Ports and airports that these offices ship through, by UN/LOCODE. A port outside the list is told, never refused."""

from __future__ import annotations

import re

from lapas_desktop.domain.text import search_key

PORTS = {
    # Indonesia
    "IDTPP": "Tanjung Priok, Jakarta", "IDJKT": "Jakarta", "IDCGK": "Soekarno-Hatta, Tangerang",
    "IDSUB": "Tanjung Perak, Surabaya", "IDSRG": "Tanjung Emas, Semarang", "IDCBN": "Cirebon", "IDBDO": "Bandung",
    "IDBLW": "Belawan, Medan", "IDKNO": "Kualanamu, Medan", "IDPNJ": "Panjang, Lampung", "IDPLM": "Palembang",
    "IDPGK": "Pangkal Balam, Pangkalpinang", "IDDUM": "Dumai", "IDPDG": "Teluk Bayur, Padang",
    "IDBTM": "Batam", "IDPNK": "Pontianak", "IDBDJ": "Banjarmasin", "IDBPN": "Balikpapan", "IDSRI": "Samarinda",
    "IDPKY": "Palangka Raya", "IDSMQ": "Sampit", "IDMAK": "Makassar", "IDBIT": "Bitung", "IDAMQ": "Ambon",
    "IDDJJ": "Jayapura", "IDSOQ": "Sorong", "IDBOA": "Benoa, Denpasar", "IDDPS": "Ngurah Rai, Denpasar",
    "IDKOE": "Tenau, Kupang", "IDSOC": "Solo", "IDJOG": "Yogyakarta",
    # Asia and the Pacific
    "SGSIN": "Singapore", "MYPKG": "Port Klang", "MYPEN": "Penang", "THLCH": "Laem Chabang", "THBKK": "Bangkok",
    "VNSGN": "Ho Chi Minh City", "PHMNL": "Manila", "CNSHA": "Shanghai", "CNNGB": "Ningbo", "CNTAO": "Qingdao",
    "HKHKG": "Hong Kong", "TWKHH": "Kaohsiung", "KRPUS": "Busan", "KRINC": "Incheon", "KRICN": "Incheon Airport",
    "JPTYO": "Tokyo", "JPYOK": "Yokohama", "JPNGO": "Nagoya", "JPOSA": "Osaka", "JPUKB": "Kobe", "JPNRT": "Narita",
    "INNSA": "Nhava Sheva", "INMAA": "Chennai", "AUSYD": "Sydney", "AUMEL": "Melbourne", "AUBNE": "Brisbane",
    "AUFRE": "Fremantle", "NZAKL": "Auckland", "NZTRG": "Tauranga", "NZWLG": "Wellington", "NZLYT": "Lyttelton",
    # Middle East, Africa, Europe, America
    "AEJEA": "Jebel Ali", "SAJED": "Jeddah", "EGPSD": "Port Said", "ZADUR": "Durban", "NLRTM": "Rotterdam",
    "NLAMS": "Amsterdam", "DEHAM": "Hamburg", "DEBRV": "Bremerhaven", "BEANR": "Antwerp", "FRLEH": "Le Havre",
    "GBFXT": "Felixstowe", "GBLON": "London", "ESVLC": "Valencia", "ITGOA": "Genoa", "TRIST": "Istanbul",
    "USLAX": "Los Angeles", "USLGB": "Long Beach", "USNYC": "New York", "USOAK": "Oakland", "USSEA": "Seattle",
    "CAVAN": "Vancouver", "BRSSZ": "Santos",
}  # fmt: skip
_CODE = re.compile(r"\b[A-Z]{2}[A-Z2-9]{3}\b")


def port_code(typed: str) -> str:
    """The UN/LOCODE that a port's text gives or means; empty when the list knows neither."""
    for found in _CODE.findall(typed):
        if found in PORTS:
            return found
    words = search_key(re.sub(r"\(.*?\)", "", typed)).strip(" ,")
    for code, name in PORTS.items():
        names = [search_key(part).strip() for part in name.split(",")]
        if words and (words == search_key(name) or words in names or words.split(",")[0].strip() in names):
            return code
    return ""


def port_known(typed: str) -> bool:
    return bool(port_code(typed))
