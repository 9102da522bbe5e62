"""Every key that the window knows, in one table: the sheet of shortcuts shows it, a test holds it to the window."""

from __future__ import annotations

from dataclasses import dataclass

from lapas_desktop.i18n import N_


@dataclass(frozen=True)
class Shortcut:
    """``keys`` as on the keyboard, in Qt's spelling; several ways are separated by two spaces or joined by "…"."""

    keys: str
    does: str


@dataclass(frozen=True)
class ShortcutGroup:
    """The keys that work in one part of the window."""

    where: str
    shortcuts: tuple[Shortcut, ...]


SHORTCUTS = (
    ShortcutGroup(
        N_("Di mana saja"),
        (
            Shortcut("F1", N_("Bantuan untuk halaman yang terbuka; sekali lagi menutupnya")),
            Shortcut("F6", N_("Pindah antara halaman dan bantuan di sampingnya")),
            Shortcut("Ctrl+K", N_("Cari semuanya: data, halaman, perintah, bantuan")),
            Shortcut("Ctrl+1…Ctrl+9", N_("Ke tempat pertama sampai kesembilan di menu kiri")),
            Shortcut("Ctrl+N", N_("Data baru")),
            Shortcut("Ctrl+Z", N_("Urungkan yang baru saja dilakukan, selama pemberitahuannya terlihat")),
        ),
    ),
    ShortcutGroup(
        N_("Di daftar"),
        (
            Shortcut("Ctrl+F", N_("Ke kotak saringan")),
            Shortcut("Enter", N_("Buka data yang terpilih")),
            Shortcut("Shift+Down", N_("Pilih beberapa baris (panah bawah)")),
            Shortcut("Ctrl+C", N_("Salin baris terpilih sebagai tabel")),
            Shortcut("Ctrl+P", N_("Cetak surat dari data yang terpilih")),
            Shortcut("Del", N_("Pindahkan ke tempat sampah")),
        ),
    ),
    ShortcutGroup(
        N_("Di formulir"),
        (
            Shortcut("Enter", N_("Isian berikutnya")),
            Shortcut("Ctrl+S", N_("Simpan")),
            Shortcut("Ctrl+D", N_("Salin menjadi data baru")),
            Shortcut("Ctrl+Shift+N", N_("Catat mitra atau produk baru untuk isian atau sel ini")),
            Shortcut("Ctrl+P", N_("Cetak surat dari data ini")),
            Shortcut("Alt+PgUp", N_("Data sebelumnya dalam daftar")),
            Shortcut("Alt+PgDown", N_("Data berikutnya dalam daftar")),
            Shortcut("Ctrl+PgUp", N_("Bagian sebelumnya")),
            Shortcut("Ctrl+PgDown", N_("Bagian berikutnya")),
            Shortcut("Esc", N_("Kembali ke daftar; bila ada yang belum disimpan, program bertanya")),
        ),
    ),
    ShortcutGroup(
        N_("Di tabel dalam formulir"),
        (
            Shortcut("F2", N_("Ubah isi sel; mengetik langsung juga bisa")),
            Shortcut("Enter", N_("Ke baris di bawahnya")),
            Shortcut("Tab", N_("Ke sel di kanannya")),
            Shortcut("Ctrl+V", N_("Tempel beberapa sel dari Excel")),
            Shortcut("Ctrl+Z", N_("Urungkan; Ctrl+Y mengulangi")),
            Shortcut("Alt+Up", N_("Pindahkan baris ke atas; Alt+Down ke bawah")),
            Shortcut("F8", N_("Ke sel berikutnya yang perlu diperbaiki")),
            Shortcut("Del", N_("Kosongkan sel")),
            Shortcut("Ctrl+Del", N_("Hapus baris")),
        ),
    ),
    ShortcutGroup(
        N_("Di daftar pasal"),
        (
            Shortcut("Enter", N_("Ke isi pasal")),
            Shortcut("Alt+Up", N_("Pindahkan pasal ke atas (panah atas)")),
            Shortcut("Alt+Down", N_("Pindahkan pasal ke bawah (panah bawah)")),
            Shortcut("Del", N_("Hapus pasal")),
        ),
    ),
    ShortcutGroup(
        N_("Di pratinjau cetak dan gambar"),
        (
            Shortcut("Ctrl+P", N_("Cetak")),
            Shortcut("Ctrl+S", N_("Simpan sebagai PDF")),
            Shortcut("Ctrl++", N_("Perbesar")),
            Shortcut("Ctrl+-", N_("Perkecil")),
            Shortcut("Esc", N_("Tutup")),
        ),
    ),
    ShortcutGroup(
        N_("Di bantuan"),
        (
            Shortcut("Ctrl+F", N_("Cari dalam bantuan")),
            Shortcut("Tab", N_("Ke tautan berikutnya; Enter membukanya")),
            Shortcut("Alt+Left", N_("Kembali ke halaman yang dibaca sebelumnya (panah kiri)")),
            Shortcut("Ctrl+P", N_("Cetak buku panduan")),
            Shortcut("Esc", N_("Tutup bantuan di samping halaman")),
        ),
    ),
)
