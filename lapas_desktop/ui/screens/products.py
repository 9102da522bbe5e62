"""Products."""

from __future__ import annotations

from lapas_desktop.domain.product import Product
from lapas_desktop.i18n import N_
from lapas_desktop.ui.screen import Screen
from lapas_desktop.ui.stock_card import StockCard

PRODUCTS = Screen(
    "products",
    Product,
    N_("+ Produk baru"),
    N_("Belum ada produk. Tekan Ctrl+N untuk mencatat yang pertama."),
    files=("photo", "other"),
    cards=(StockCard,),
)
