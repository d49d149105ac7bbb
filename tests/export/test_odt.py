"""The ODT, reopened with odfdo."""

import io
import re
import zipfile

import odfdo
import pytest

from drafting.form import form_named
from export import measures, render
from export.odt.elements import paragraph

FULL = form_named("taichung-report")


def words(element: odfdo.Element) -> str:
    """The bare text of an element, tabs as tabs."""
    return "".join(
        "\t" if not isinstance(e, str) else e for e in element.xpath(".//text()|.//text:tab")
    ).strip()


@pytest.fixture
def content(approval_for, picture):
    return render(approval_for(FULL, model="m"), FULL, picture, ["odt"])["odt"]


@pytest.fixture
def odt(content):
    return odfdo.Document(io.BytesIO(content))


def test_headings_are_real_headings_with_our_style_and_no_number_of_their_own(odt):
    headings = odt.body.get_elements("//text:h")
    assert [words(h) for h in headings if str(h.get_attribute("text:outline-level")) == "1"] == [
        "壹、摘要",
        "貳、出國人員名單",
        "參、目的",
        "肆、過程",
        "伍、心得",
        "陸、建議",
    ]
    assert all(str(h.get_attribute("text:style-name")).startswith("Heading_20_") for h in headings)
    levels = odt.styles.get_elements("//text:outline-level-style")
    assert {level.get_attribute("style:num-format") for level in levels} <= {"", None}


def test_the_archive_begins_with_its_uncompressed_type_and_lists_every_part(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        listed = set(re.findall(r'full-path="([^"]*)"', archive.read("META-INF/manifest.xml").decode()))
        assert listed - {"/"} == set(archive.namelist()) - {"mimetype", "META-INF/manifest.xml"}


def test_the_styles_agree_with_the_measures_of_the_other_formats(odt):
    xml = odt.styles.serialize()
    text = xml.decode() if isinstance(xml, bytes) else xml
    assert f'fo:line-height="{measures.BODY_PITCH:g}pt"' in text
    assert f'fo:text-indent="{measures.BODY_SIZE * 2:g}pt"' in text
    assert f'style:font-name-asian="{measures.CHINESE_FONT}"' in text
    assert f'style:position="{measures.TEXT_WIDTH:g}cm"' in text


def test_the_form_is_one_table_with_the_abstract_in_its_last_cell(odt):
    form = odt.body.get_elements("//table:table")[0]
    cells = [words(cell) for cell in form.get_elements(".//table:table-cell")]
    assert "含附件：☐是　☑否" in cells
    assert cells[-1].startswith("內容摘要：(500字以上)壹、摘要")


def test_the_header_row_of_a_table_is_repeated(odt):
    heads = [words(head) for head in odt.body.get_elements("//table:table-header-rows")]
    assert heads == ["編號單位職稱姓名", "日期地點行程"]


def test_every_photo_has_its_caption_as_alternative_text(odt):
    described = [e.text for e in odt.body.get_elements("//svg:desc")]
    assert described[:2] == ["水岸城市論壇活動照片 P1", "水岸城市論壇活動照片 P2"]


def test_the_contents_are_an_index_filled_in_with_pages_and_links(odt):
    lines = odt.body.get_elements("//text:index-body/text:p")
    assert words(lines[0]) == "壹、摘要\ti"
    links = {a.get_attribute("xlink:href") for a in odt.body.get_elements("//text:index-body//text:a")}
    marks = {f"#{b.get_attribute('text:name')}" for b in odt.body.get_elements("//text:bookmark-start")}
    assert links <= marks
    assert len(links) == len(lines)


def test_a_draft_bears_its_mark_in_every_header_and_an_approved_report_does_not(odt, draft_for, picture):
    draft = odfdo.Document(io.BytesIO(render(draft_for(FULL), FULL, picture, ["odt"])["odt"]))
    assert [words(h).count("草稿") for h in draft.styles.get_elements("//style:header")] == [2, 2, 2]
    assert [words(h) for h in odt.styles.get_elements("//style:header")] == ["", "", ""]


def test_metadata_name_the_travellers_the_day_of_approval_and_the_model(odt):
    meta = odt.meta
    assert (meta.creator, meta.language) == ("王示範、林樣本", "zh-TW")
    assert meta.date.isoformat().startswith("2031-06-25T06:30:00")
    assert meta.description.startswith("本報告部分文字由生成式人工智慧（模型：m，執行處所：機房）")


def test_runs_of_spaces_survive_and_nothing_is_written_twice():
    made = paragraph("Cell", " 甲  乙   丙\n丁 戊\t己 ")
    assert words(made) == "甲 乙 丙丁 戊\t己"
    assert [e.tag for e in made.children] == [
        "text:s",
        "text:s",
        "text:s",
        "text:line-break",
        "text:tab",
        "text:s",
    ]


def test_no_mark_hangs_out_of_the_column_for_in_a_cell_it_would_be_cut_off(odt):
    """LibreOffice does not print a 。that hangs over the border of the form's last cell."""
    styles = odt.styles.get_elements("//style:paragraph-properties[@style:punctuation-wrap]")
    assert {str(style.get_attribute("style:punctuation-wrap")) for style in styles} == {"simple"}


def test_what_announces_a_list_is_kept_with_it(odt):
    kept = [words(p) for p in odt.body.get_elements("//text:p[@text:style-name='Lead_20_in']")]
    assert kept == ["會中重要結論如下："]


def test_no_count_of_the_template_is_left(odt):
    assert not odt.meta.root.get_elements("//meta:document-statistic")


def test_the_distances_are_those_of_the_measures_too(odt):
    def shape(name: str) -> dict[str, str]:
        found = odt.styles.get_element(f"//style:style[@style:name='{name}']/style:paragraph-properties")
        return dict(found.attributes)

    for level, above in enumerate(measures.ABOVE_HEADING, start=1):
        style = odt.styles.get_element(f"//style:style[@style:name='Heading_20_{level}']")
        properties = style.get_element("style:paragraph-properties")
        assert (properties.get_attribute("fo:margin-top") if properties else None) == (
            f"{above:g}pt" if above else None
        )
    assert shape("Gap")["fo:line-height"] == f"{measures.BELOW_BLOCK:g}pt"
    above, below = measures.BLANK_AIR
    assert (shape("Blank")["fo:margin-top"], shape("Blank")["fo:margin-bottom"]) == (
        f"{above:g}pt",
        f"{below:g}pt",
    )
